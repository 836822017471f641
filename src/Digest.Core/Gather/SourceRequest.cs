using Digest.Model;

namespace Digest.Gather;

/// <summary>What a connector needs to read a source.</summary>
public sealed record SourceRequest(Newsletter Newsletter, SourceDefinition Source, SourceState State);
