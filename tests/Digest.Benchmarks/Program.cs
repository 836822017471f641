using BenchmarkDotNet.Running;
using Digest.Benchmarks.Load;

if (!LoadVerbs.TryRun(args))
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
