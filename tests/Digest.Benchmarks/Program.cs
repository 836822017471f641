using BenchmarkDotNet.Running;
using Digest.Benchmarks.Load;

if (!await LoadVerbs.TryRunAsync(args, CancellationToken.None))
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
