namespace Digest.Storage.Sql;

/// <summary>States as the database spells them: the names of the model in lower case.</summary>
internal static class SqlName
{
    public static string Write<T>(T state) where T : struct, Enum => state.ToString().ToLowerInvariant();

    public static T Read<T>(string text) where T : struct, Enum => Enum.Parse<T>(text, ignoreCase: true);
}
