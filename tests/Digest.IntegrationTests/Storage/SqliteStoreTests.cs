using Digest.Testing;

namespace Digest.IntegrationTests.Storage;

public sealed class SqliteSourceStoreTests() : SourceStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteDraftStoreTests() : DraftStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteStoryStoreTests() : StoryStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteFrozenIssueStoreTests() : FrozenIssueStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqlitePublishedIssueStoreTests() : PublishedIssueStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteOutboxStoreTests() : OutboxStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteOutboxClaimTests() : OutboxClaimContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteSubscriberStoreTests() : SubscriberStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteSuppressionStoreTests() : SuppressionStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteIssueStoreTests() : IssueStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteLetterStoreTests() : LetterStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteRunStoreTests() : RunStoreContract(TempDatabase.CreateSqliteAsync);

public sealed class SqliteBounceStoreTests() : BounceStoreContract(TempDatabase.CreateSqliteAsync);
