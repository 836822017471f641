using System.Text;
using System.Text.Json;
using Digest.Gather.Json;
using Xunit;

namespace Digest.UnitTests.Gather.Json;

public sealed class JsonPartsTests
{
    [Fact]
    public void Members_are_read_by_their_type()
    {
        var entry = Entry("""{"text":"錨","number":7,"flag":true,"list":[1,"b"],"none":null,"blank":"  "}""");

        Assert.Equal("錨", entry.Text("text"));
        Assert.Equal("7", entry.Text("number"));
        Assert.Equal(7, entry.Number("number"));
        Assert.True(entry.Flag("flag"));
        Assert.Equal(["1", "b"], entry.Part("list").Entries().Select(value => value.AsText()));
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("none")]
    [InlineData("blank")]
    [InlineData("object")]
    public void What_is_no_text_is_not_there(string name) =>
        Assert.Null(Entry("""{"none":null,"blank":"  ","object":{}}""").Text(name));

    [Theory]
    [InlineData("""{"a":"\ud800"}""")]
    [InlineData("""{"\ud800":"b"}""")]
    [InlineData("""{"\u0061\ud800":"b"}""")]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("not json")]
    public void Nothing_throws(string json)
    {
        var entry = Entry(json);

        Assert.Null(entry.Text("a"));
        Assert.Null(entry.Number("a"));
        Assert.All(entry.Members(), member => Assert.Null(member.Value.AsText()));
        Assert.Empty(entry.Part("a").Entries());
    }

    [Theory]
    [InlineData("1e400")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    [InlineData("\"7\"")]
    public void What_is_no_whole_number_is_none(string value) => Assert.Null(Entry($"{{\"a\":{value}}}").Number("a"));

    private static JsonElement Entry(string json) => JsonParts.TryParse(Encoding.UTF8.GetBytes(json));
}
