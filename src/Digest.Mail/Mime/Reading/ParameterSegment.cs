namespace Digest.Mail.Mime.Reading;

/// <summary>
/// A parameter as it stands: <c>name</c>, <c>name*</c>, or one segment <c>name*0</c>, <c>name*0*</c> of a longer one.
/// </summary>
internal sealed record ParameterSegment(string Name, int Number, bool IsExtended, byte[] Value)
{
    public const int NoNumber = -1;

    public bool IsWhole => Number == NoNumber;
}
