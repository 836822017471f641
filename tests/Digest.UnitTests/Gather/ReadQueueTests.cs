using Digest.Gather;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Digest.UnitTests.Gather;

public sealed class ReadQueueTests
{
    [Fact]
    public void Sources_begin_in_their_order_as_far_as_there_is_room() =>
        Assert.Equal([0, 1], new ReadQueue([null, null, null], 2, 1, 100).Admit());

    [Fact]
    public void Nobody_waits_behind_others_of_a_busy_server()
    {
        var queue = new ReadQueue(["a", "a", "a", "b"], 2, 1, 100);

        Assert.Equal([0, 3], queue.Admit());
        queue.Finish(0, 0);
        Assert.Equal([1], queue.Admit());
    }

    [Fact]
    public void Server_gets_as_many_readers_as_it_may_have() =>
        Assert.Equal([0, 1], new ReadQueue(["a", "a", "a"], 8, 2, 100).Admit());

    [Fact]
    public void Heavy_answers_that_wait_for_a_slow_one_stop_further_reading()
    {
        var queue = new ReadQueue([null, null, null], 2, 1, 100);
        queue.Admit();
        queue.Finish(1, 100);

        Assert.Empty(queue.Admit());
        queue.Finish(0, 5);
        queue.Save(0);
        queue.Save(1);
        Assert.Equal([2], queue.Admit());
    }

    [Fact]
    public void Source_that_is_saved_next_is_never_held_up_by_weight()
    {
        var queue = new ReadQueue(["a", "a", "b"], 8, 1, 100);
        Assert.Equal([0, 2], queue.Admit());
        queue.Finish(2, 1000);
        queue.Finish(0, 0);
        queue.Save(0);

        Assert.Equal([1], queue.Admit());
    }

    [Fact]
    public void Every_source_gets_its_turn() => Prop.ForAll<byte[], byte, byte>((lanes, concurrency, perLane) =>
    {
        var servers = lanes.Select(lane => lane % 4 == 0 ? null : $"{lane % 4}").ToList();
        var queue = new ReadQueue(servers, (concurrency % 5) + 1, (perLane % 3) + 1, mostWeight: 150);
        return IsReadWhole(queue, servers.Count);
    }).QuickCheckThrowOnFailure();

    private static bool IsReadWhole(ReadQueue queue, int count)
    {
        var begun = new List<int>(queue.Admit());
        var read = new HashSet<int>();
        for (var saved = 0; saved < count;)
        {
            if (begun.Count == 0)
                return false;

            // The last that began ends first: the worst order for what waits to be saved.
            read.Add(begun[^1]);
            queue.Finish(begun[^1], 100);
            begun.RemoveAt(begun.Count - 1);
            while (read.Contains(saved))
                queue.Save(saved++);
            begun.AddRange(queue.Admit());
        }

        return true;
    }
}
