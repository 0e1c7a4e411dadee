package org.vxlab.bench;

/// One way to do what is measured.
///
/// @param name as the table shows it
/// @param after what is done after each time, not timed
record Way(String name, Work work, Work after, Samples samples) {

    /// What is timed.
    interface Work {
        void run() throws Exception;
    }

    Way(String name, Work work) {
        this(name, work, () -> {});
    }

    Way(String name, Work work, Work after) {
        this(name, work, after, new Samples());
    }

    void measure() throws Exception {
        long before = System.nanoTime();
        work.run();
        samples.addNanos(System.nanoTime() - before);
        after.run();
    }

    /// Does it without counting it.
    void warmUp() throws Exception {
        work.run();
        after.run();
    }
}
