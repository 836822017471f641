using System.Text.RegularExpressions;
using Xunit;

namespace Digest.UnitTests.Conventions;

/// <summary>
/// What must not be written. BannedSymbols.txt makes most of it a build error already; here stands what an analyzer
/// does not see, and the proof that the list is whole and in force.
/// </summary>
public sealed class BannedCallTests
{
    private static readonly string[] Symbols =
    [
        "P:System.DateTime.Now;", "P:System.DateTime.UtcNow;", "P:System.DateTimeOffset.Now;",
        "P:System.DateTimeOffset.UtcNow;", "M:System.Threading.Thread.Sleep(System.Int32);",
        "P:System.Threading.Tasks.Task`1.Result;", "M:System.Net.Http.HttpClient.#ctor;",
    ];

    [Theory]
    [InlineData(@"\bThread\.Sleep\b")]
    [InlineData(@"\bDateTime(Offset)?\.(Now|UtcNow|Today)\b")]
    [InlineData(@"\bnew HttpClient\(\)")]
    [InlineData(@"\bHttpClient \w+ = new\(\)")]
    [InlineData(@"\.GetAwaiter\(\)\.GetResult\(\)")]
    [InlineData(@"^\s*#(pragma|region)\b")]
    [InlineData(@"\bcatch\s*(\([^)]*\)\s*)?(when\s*\([^{]*\)\s*)?\{\s*\}")]
    [InlineData(@"\b(class|record|interface|struct) \w+(Manager|Helper|Helpers|Utils)\b")]
    public void Nobody_writes(string pattern) => Findings.MustBeNone(Found(SourceFile.All, CodeText.Of, pattern));

    [Theory]
    [InlineData(@"\bnew NotImplementedException\b")]
    [InlineData(@"\bCancellationToken \w+ = default\b")]
    [InlineData(@"\basync void\b")]
    public void Nobody_writes_in_the_program(string pattern) =>
        Findings.MustBeNone(Found(SourceFile.Program, CodeText.Of, pattern));

    [Fact]
    public void Nothing_is_left_for_later_in_a_comment() =>
        Findings.MustBeNone(Found(SourceFile.All, file => file.Text, $@"\b({"TO"}{"DO"}|{"FIX"}ME|{"HA"}CK)\b"));

    [Fact]
    public void Symbols_with_a_better_way_are_banned_in_every_project()
    {
        var banned = SourceFile.Read("BannedSymbols.txt").Text;
        var build = SourceFile.Read("Directory.Build.props").Text;

        Assert.All(Symbols, symbol => Assert.Contains(symbol, banned, StringComparison.Ordinal));
        Assert.Contains("BannedApiAnalyzers", build, StringComparison.Ordinal);
        Assert.Contains("<TreatWarningsAsErrors>true</TreatWarningsAsErrors>", build, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Found(
        IEnumerable<SourceFile> files, Func<SourceFile, string> text, string pattern) =>
        from file in files
        let code = text(file)
        from match in Regex.Matches(code, pattern, RegexOptions.Multiline, TimeSpan.FromSeconds(10))
        let line = code.AsSpan(0, match.Index).Count('\n') + 1 + match.Value.TakeWhile(c => c == '\n').Count()
        select $"{file.Path}:{line} {match.Value.Trim()}";
}
