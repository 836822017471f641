using System.CommandLine;

namespace Digest.Commands;

/// <summary>The whole command line.</summary>
public static class DigestCommand
{
    public static RootCommand Create(CommandHost host) =>
        new("Gathers what happened in a community, drafts the next issue, and delivers it to every subscriber")
        {
            GlobalOptions.Json,
            GlobalOptions.Config,
            GlobalOptions.Verbose,
            RunCommand.Create(host).WithTranscript(),
            GatherCommand.Create(host),
            DraftCommand.Create(host),
            CandidatesCommand.Create(host),
            LintCommand.Create(host),
            ApproveCommand.Create(host),
            PublishCommand.Create(host),
            SendCommand.Create(host).WithTranscript(),
            PreviewCommand.Create(host),
            StatusCommand.Create(host),
            NewslettersCommand.Create(host),
            SourcesCommand.Create(host),
            IssuesCommand.Create(host),
            StoriesCommand.Create(host),
            LettersCommand.Create(host),
            SubscribersCommand.Create(host),
            BouncesCommand.Create(host),
            ImportCommand.Create(host),
            DkimCommand.Create(host),
            DoctorCommand.Create(host).WithTranscript(),
            ServeCommand.Create(host),
        };
}
