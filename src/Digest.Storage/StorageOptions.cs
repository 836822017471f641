using System.ComponentModel.DataAnnotations;

namespace Digest.Storage;

/// <summary>Which database holds the ledger, and where it is.</summary>
public sealed class StorageOptions
{
    public const string Section = "Storage";

    /// <summary>The database engine: <c>sqlite</c>. <c>postgres</c> comes later and is refused for now.</summary>
    [Required]
    public string Provider { get; set; } = "sqlite";

    /// <summary>
    /// What the engine's driver needs to find the database. Empty for the file <c>digest.db</c> in <c>Paths:Data</c>. A
    /// relative <c>Data Source</c> is taken from <c>Paths:Data</c>; <c>Default Timeout</c> is the number of seconds to
    /// wait for another program that is writing (10 unless set).
    /// </summary>
    public string ConnectionString { get; set; } = "";
}
