using Digest.Model;

namespace Digest.Benchmarks.Load;

/// <summary>
/// Items as communities write them: templates of three languages with names and numbers, every fourth one a retelling
/// of an earlier one, some with the same change or page, and a tenth boilerplate. The same at every run.
/// </summary>
internal static class StoryItems
{
    private static readonly string[] Projects =
    [
        "Keel", "Anchor", "Sail", "Buoy", "Harbour", "Tideline", "Lighthouse", "Mast", "Rudder", "Galley",
        "Capstan", "Bilge",
    ];

    private static readonly string[] Things =
    [
        "storage driver", "offline sync", "login page", "package mirror", "search index", "mail gateway", "scheduler",
        "image cache", "audit log", "metrics agent", "import wizard", "session store", "backup tool", "theme editor",
    ];

    private static readonly string[] 事物 =
    [
        "存储驱动", "离线同步", "登录页面", "软件镜像", "搜索索引", "邮件网关", "调度器", "镜像缓存", "审计日志", "监控代理",
    ];

    private static readonly string[] もの =
    [
        "ストレージドライバ", "オフライン同期", "ログイン画面", "検索索引", "メールゲートウェイ", "監査ログ", "画像の保存領域",
    ];

    public static IReadOnlyList<Item> Make(int count)
    {
        var random = new Random(20261105);
        var items = new List<Item>(count);
        for (var i = 0; i < count; i++)
            items.Add(i > 100 && i % 4 == 0 ? Retold(items[random.Next(i - 100, i)], i) : New(random, i));

        return items;
    }

    private static Item New(Random random, int number)
    {
        var project = Projects[random.Next(Projects.Length)];
        var code = $"{(char)('a' + random.Next(26))}{(char)('a' + random.Next(26))}{random.Next(100_000):x}";
        var title = (number % 10) switch
        {
            0 => "Weekly meeting of the community",
            1 or 2 => $"{project} 的{事物[random.Next(事物.Length)]}在 {code} 中性能提升",
            3 or 4 => $"{project} の{もの[random.Next(もの.Length)]}で {code} の問題を修正",
            5 => $"{project} {random.Next(9)}.{random.Next(99)}.{random.Next(99)} released",
            6 => $"{project} 周报第{random.Next(1, 9999)}期",
            _ => $"{project} {Things[random.Next(Things.Length)]} rewritten for {code} clusters",
        };
        return Item(title, number, $"https://blog{number % 500}.example/{number}", number % 7 == 0 ? number / 14 : 0);
    }

    private static Item Retold(Item item, int number)
    {
        var content = item.Content;
        return number % 8 == 0
            ? Item($"News: {content.Title}", number, $"https://planet.example/{number}", 0)
            : Item(content.Title, number, content.Url, 0);
    }

    private static Item Item(string title, int number, string? url, int change) => new()
    {
        Id = ItemId.Of("load", "source", $"{number}"),
        Newsletter = "load",
        SourceId = $"source-{number % 97}",
        FirstSeen = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMinutes(number),
        Content = new GatheredItem
        {
            ExternalId = $"{number}",
            Title = title,
            Url = url,
            Body = $"{title}. Details are [on the page]({url}?utm_source=feed), "
                + $"see also bug {1_200_000 + number}. 说明文字，详情见链接。",
            Objects = change == 0 ? [] : [ObjectKey.Change("review.example", change)],
        },
    };
}
