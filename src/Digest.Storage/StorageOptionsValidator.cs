using Digest.Storage.Sqlite;
using Microsoft.Extensions.Options;

namespace Digest.Storage;

/// <summary>Checks the section <c>Storage</c>; every message names the key and what would be right.</summary>
internal sealed class StorageOptionsValidator : IValidateOptions<StorageOptions>
{
    public ValidateOptionsResult Validate(string? name, StorageOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Faults(StorageOptions options)
    {
        if (options.Provider is "postgres")
            yield return "Storage:Provider: 'postgres' comes with a later version; use 'sqlite' for now";
        else if (options.Provider is not "sqlite")
            yield return $"Storage:Provider: '{options.Provider}' is not known; use 'sqlite'";
        else if (SqliteConnectionString.Fault(options.ConnectionString) is { } fault)
            yield return $"Storage:ConnectionString: {fault}";
    }
}
