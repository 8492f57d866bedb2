package io.vedette.alerts.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * All that is still to do in the partitions that this instance has, by the time when it is due.  A task that was taken stays
 * known, and is not given out again before it is put back.  For one thread.
 */
final class Backlog {

    private static final Comparator<Task> BY_TIME = Comparator.comparing(Backlog::due)
            .thenComparingInt(Task::partition)
            .thenComparingLong(Task::offset)
            .thenComparing(Task::key);

    private final Map<String, Task> tasks = new HashMap<>();
    private final Map<String, NavigableSet<Task>> waiting = new HashMap<>();

    /** In place of what was known under that key. */
    void put(Task task) {
        Task before = tasks.put(task.key(), task);
        if (before != null) {
            unqueue(before);
        }
        if (!task.parked()) {
            waiting.computeIfAbsent(task.channel(), channel -> new TreeSet<>(BY_TIME))
                    .add(task);
        }
    }

    void remove(String key) {
        Task before = tasks.remove(key);
        if (before != null) {
            unqueue(before);
        }
    }

    @Nullable
    Task get(String key) {
        return tasks.get(key);
    }

    Collection<Task> all() {
        return List.copyOf(tasks.values());
    }

    /** Channels that something waits for. */
    Set<String> channels() {
        return Set.copyOf(waiting.keySet());
    }

    /** Takes what has been due the longest. */
    List<Task> take(String channel, Instant now, int most) {
        List<Task> taken = new ArrayList<>();
        NavigableSet<Task> queue = waiting.get(channel);
        while (queue != null
                && taken.size() < most
                && !queue.isEmpty()
                && !due(queue.first()).isAfter(now)) {
            taken.add(queue.pollFirst());
        }
        if (queue != null && queue.isEmpty()) {
            waiting.remove(channel);
        }
        return taken;
    }

    /** Forgets what is in those partitions: it is another instance's now. */
    void drop(Collection<Integer> partitions) {
        List<Task> dropped = tasks.values().stream()
                .filter(task -> partitions.contains(task.partition()))
                .toList();
        dropped.forEach(task -> remove(task.key()));
    }

    void clear() {
        tasks.clear();
        waiting.clear();
    }

    private void unqueue(Task task) {
        NavigableSet<Task> queue = waiting.get(task.channel());
        if (queue != null && !task.parked()) {
            queue.remove(task);
            if (queue.isEmpty()) {
                waiting.remove(task.channel());
            }
        }
    }

    private static Instant due(Task task) {
        Instant next = task.nextAttemptAt();
        return next == null ? Instant.MAX : next;
    }
}
