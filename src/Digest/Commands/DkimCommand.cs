using System.CommandLine;

namespace Digest.Commands;

/// <summary><c>digest dkim</c>: the key that signs letters, and the DNS record that lets others verify them.</summary>
public static class DkimCommand
{
    public static Command Create(CommandHost host) => new("dkim", "Make and show the key that signs letters")
    {
        DkimNewCommand.Create(host),
        DkimShowCommand.Create(host),
    };
}
