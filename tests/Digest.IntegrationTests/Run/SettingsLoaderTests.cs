using Digest.Model;
using Digest.Newsletters;
using Digest.Settings;
using Xunit;

namespace Digest.IntegrationTests.Run;

public sealed class SettingsLoaderTests : IDisposable
{
    private readonly CommandSite _site = new();

    public void Dispose() => _site.Dispose();

    [Fact]
    public void Nearest_file_upward_is_found_and_paths_are_taken_from_its_folder()
    {
        var settings = SettingsLoader.Load(configFile: null, _site.PathOf("digests/harbour"));

        Assert.Equal(_site.PathOf("appsettings.json"), settings.File);
        Assert.Equal(_site.PathOf("data"), settings.Configuration["Paths:Data"]);
    }

    [Fact]
    public void Named_file_is_taken_before_the_nearest()
    {
        File.Move(_site.PathOf("appsettings.json"), _site.PathOf("other.json"));
        File.WriteAllText(_site.PathOf("appsettings.json"), "{ broken");

        Assert.Equal(_site.PathOf("other.json"), SettingsLoader.Load("other.json", _site.Root).File);
    }

    [Fact]
    public void Template_folder_that_is_there_is_used_and_otherwise_the_shipped_one()
    {
        var shipped = SettingsLoader.Load(configFile: null, _site.Root).Configuration["Paths:Templates"];
        Directory.CreateDirectory(_site.PathOf("templates"));
        var own = SettingsLoader.Load(configFile: null, _site.Root).Configuration["Paths:Templates"];

        Assert.Equal(Path.Combine(AppContext.BaseDirectory, "templates"), shipped);
        Assert.Equal(_site.PathOf("templates"), own);
    }

    [Theory]
    [InlineData("""{ "Web": { "Urls": "a" }, "web": { "urls": "b" } }""", "Web:Urls")]
    [InlineData("[]", "JSON object")]
    [InlineData("{\n  \"Web\": }", ":2:")]
    public void File_that_cannot_be_read_is_refused_in_a_line(string text, string words)
    {
        File.WriteAllText(_site.PathOf("appsettings.json"), text);

        var error = Assert.Throws<DigestException>(() => SettingsLoader.Load(configFile: null, _site.Root));

        Assert.Contains(words, error.Message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Errors_name_the_file()
    {
        File.WriteAllText(_site.PathOf("appsettings.json"), """{ "Paths": { "Date": "data" } }""");

        var error = Assert.Throws<SettingsException>(() => SettingsLoader.Load(configFile: null, _site.Root));

        Assert.Equal(
            $"{_site.PathOf("appsettings.json")}: Paths:Date: is no setting; did you mean Data?",
            Assert.Single(error.Errors));
    }
}
