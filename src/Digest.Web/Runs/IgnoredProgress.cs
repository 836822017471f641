namespace Digest.Web.Runs;

/// <summary>For work that nobody watches.</summary>
public sealed class IgnoredProgress<T> : IProgress<T>
{
    public void Report(T value)
    {
    }
}
