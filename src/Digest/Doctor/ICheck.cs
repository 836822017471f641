namespace Digest.Doctor;

/// <summary>Looks at one part of the set-up. Trouble is a finding, never an exception.</summary>
public interface ICheck
{
    Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken);
}
