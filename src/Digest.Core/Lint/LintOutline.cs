using Digest.Model;

namespace Digest.Lint;

/// <summary>Counts lines through a document: its sources, joined, are the file.</summary>
internal sealed class LintOutline
{
    private readonly List<LintEntry> _entries = [];
    private readonly List<LintHeading> _headings = [];
    private int _line = 1;

    public LintOutline(IssueDocument document)
    {
        Pass(document.HeadSource);
        AddItems(document.Intro, []);
        AddSections(document.Sections, []);
    }

    public IReadOnlyList<LintEntry> Entries => _entries;

    public IReadOnlyList<LintHeading> Headings => _headings;

    private void AddSections(IReadOnlyList<IssueSection> sections, IReadOnlyList<string> outer)
    {
        foreach (var section in sections)
        {
            IReadOnlyList<string> path = [.. outer, section.Title.Trim()];
            var isEmpty = section.Items.Count == 0 && section.Sections.Count == 0;
            _headings.Add(new LintHeading(path, section.Level, _line, isEmpty));
            Pass(section.HeadingSource);
            AddItems(section.Items, path);
            AddSections(section.Sections, path);
        }
    }

    private void AddItems(IReadOnlyList<IssueItem> items, IReadOnlyList<string> section)
    {
        foreach (var item in items)
        {
            var last = _line + Math.Max(0, item.Source.TrimEnd().AsSpan().Count('\n'));
            _entries.Add(new LintEntry(item, section, _line, last));
            Pass(item.Source);
        }
    }

    private void Pass(string source) => _line += source.AsSpan().Count('\n');
}
