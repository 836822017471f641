namespace Digest.Storage;

/// <summary>Makes the database ready; the program calls it once before anything else touches a store.</summary>
public interface IStorageStartup
{
    /// <summary>
    /// Creates the database if there is none and brings an older schema up to date. Several programs may do so at the
    /// same time: one migrates, the others wait.
    /// </summary>
    /// <exception cref="Model.DigestException">
    /// The database cannot be opened or written, is locked, is no database, or is of a newer program.
    /// </exception>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>The schema that the database has and the one this program knows, without changing anything.</summary>
    Task<SchemaStatus> InspectAsync(CancellationToken cancellationToken);
}

/// <summary>How the database's schema stands.</summary>
/// <param name="Location">Where the database is, for people: the path of the file.</param>
/// <param name="Found">0 for a database without tables, or none at all.</param>
/// <param name="Known">The newest version this program knows.</param>
public sealed record SchemaStatus(string Location, int Found, int Known);
