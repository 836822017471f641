using Digest.Commands;
using Digest.Composition;
using Digest.Output;

using var signals = new StopSignals();
var workingDirectory = Directory.GetCurrentDirectory();
var screen = new Screen(Console.Out, Console.Error, ScreenTraits.OfProcess(), workingDirectory);
var host = new CommandHost(screen, workingDirectory);
return await new CommandLine(host).RunAsync(args, signals.Token);
