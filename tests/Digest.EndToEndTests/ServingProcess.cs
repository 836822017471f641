using System.Diagnostics;
using System.Globalization;
using Xunit;

namespace Digest.EndToEndTests;

/// <summary><c>digest serve</c> as a child process, once it listens.</summary>
public sealed class ServingProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    private ServingProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public static async Task<ServingProcess> StartAsync(TempSite site)
    {
        var process = site.Start("serve");
        var line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
        if (line?.Split(" on ") is [_, var address])
            return new ServingProcess(process, new Uri(address));

        var failed = await DigestProcess.EndAsync(process);
        throw new InvalidOperationException($"It does not serve: {line} {failed.Errors}");
    }

    public Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, new Uri(Address, path));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        return _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Asks it to stop as a supervisor does.</summary>
    public async Task<ProgramResult> TerminateAsync()
    {
        var id = _process.Id.ToString(CultureInfo.InvariantCulture);
        using var kill = Process.Start("kill", ["-TERM", id]);
        return await DigestProcess.EndAsync(_process);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
            _process.Kill();
        _process.Dispose();
        _client.Dispose();
    }
}
