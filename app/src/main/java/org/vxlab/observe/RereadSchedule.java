package org.vxlab.observe;

import java.time.Duration;

/// Decides when a host's tables are read again.
///
/// After lost lines the reading waits until the burst is over, because lines from before the loss
/// may still be under way and a reading in the middle would be old at once; but it does not wait
/// for ever. Times are `System.nanoTime()`. Not safe for several threads.
final class RereadSchedule {
    /// How long the monitors have to be silent before lost lines are made up for.
    static final Duration QUIET = Duration.ofMillis(100);

    /// How long after lost lines a reading is made in spite of lines still coming.
    static final Duration PATIENCE = Duration.ofMillis(500);

    /// The longest patience, when reading after reading was overtaken by new losses.
    static final Duration LONGEST_PATIENCE = Duration.ofSeconds(8);

    /// A second reading this long after the first: a monitor's process may have subscribed only
    /// after the first one was made.
    static final Duration SETTLING = Duration.ofSeconds(1);

    /// Readings without a reason, for what no line tells (namespaces, receive filters, loss without
    /// a notice).
    static final Duration PERIOD = Duration.ofSeconds(30);

    private long lastLine;
    private long lostSince;
    private boolean lost;
    private long lastLoss;
    private boolean tooEarly;
    private int overtaken;
    private boolean reading;
    private boolean readBefore;
    private long nextPeriodic;

    RereadSchedule(long now) {
        nextPeriodic = now;
        lastLine = now - QUIET.toNanos();
    }

    /// A line arrived.
    void line(long now) {
        lastLine = now;
    }

    /// Lines were lost.
    ///
    /// @return whether that is news
    boolean linesLost(long now) {
        tooEarly |= reading;
        lastLoss = now;
        if (lost) {
            return false;
        }
        lost = true;
        lostSince = now;
        return true;
    }

    /// Something a line told has to be looked up; soon, but after the lines that follow it.
    void wantDetail(long now) {
        nextPeriodic = Math.min(nextPeriodic, now + QUIET.toNanos());
    }

    /// Nanoseconds from `now` until the next reading is to start, 0 for at once; `Long.MAX_VALUE`
    /// while one is under way.
    long dueIn(long now) {
        if (reading) {
            return Long.MAX_VALUE;
        }
        long due = nextPeriodic;
        if (lost) {
            long patience =
                    Math.min(
                            PATIENCE.toNanos() << Math.min(overtaken, 10),
                            LONGEST_PATIENCE.toNanos());
            due = Math.min(due, Math.min(lastLine + QUIET.toNanos(), lostSince + patience));
        }
        return Math.max(0, due - now);
    }

    /// A reading starts; one right after a loss cannot make up for it, since lines from before the
    /// loss may still come and be taken for news.
    void started(long now) {
        reading = true;
        tooEarly = lost && now - lastLoss < QUIET.toNanos();
    }

    /// The reading has come and was folded.
    ///
    /// @return whether it made up for lines lost before
    boolean finished(long now) {
        reading = false;
        nextPeriodic = now + (readBefore ? PERIOD : SETTLING).toNanos();
        readBefore = true;
        if (!lost) {
            return false;
        }
        if (tooEarly) {
            overtaken++;
            lostSince = now;
            return false;
        }
        lost = false;
        overtaken = 0;
        return true;
    }

    /// Whether lines were lost that no reading has made up for.
    boolean isStale() {
        return lost;
    }
}
