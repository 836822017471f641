using System.Globalization;
using System.Text;

namespace Digest.Benchmarks;

/// <summary>An issue of about the model weekly's size: two sections, 20 items, Chinese with some English.</summary>
internal static class WeeklyText
{
    public static string Markdown()
    {
        var text = new StringBuilder("---\ntitle: 社区动态周刊第一期(11.07-11.13)\nnumber: 1\n---\n\n## 业界动态\n\n");
        for (var i = 0; i < 20; i++)
        {
            if (i == 10)
                text.Append("## 社区跟踪\n\n### Nova\n\n");
            text.Append(CultureInfo.InvariantCulture, $"**第{i}条消息：调度器的改进**  \n");
            text.Append("社区在本周的会议上讨论了调度器，决定把**资源清单**拆成独立的服务。The new service keeps the old API for ");
            text.Append("two cycles. 详情见[设计稿](https://wiki.example.org/wiki/Scheduler)，欢迎评论。  \n");
            text.Append(CultureInfo.InvariantCulture, $"<https://review.example.org/c/nova/+/{1000 + i}>\n\n");
        }

        return text.ToString();
    }
}
