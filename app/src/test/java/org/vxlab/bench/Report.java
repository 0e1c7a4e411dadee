package org.vxlab.bench;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The tables that are printed: medians with a ratio, and goals with what was measured.
final class Report {
    private final PrintStream out;
    private final List<String> goals = new ArrayList<>();

    Report(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
    }

    void line(String text) {
        out.println("  " + text);
    }

    /// A row for each way.
    ///
    /// @param one the way the others are compared with
    void ways(List<Way> ways, Way one) {
        out.printf(
                Locale.ROOT,
                "  %-58s %9s %9s %9s %8s%n",
                "",
                "median ms",
                "least",
                "most",
                "x floor");
        for (Way way : ways) {
            Samples samples = way.samples();
            out.printf(
                    Locale.ROOT,
                    "  %-58s %9.1f %9.1f %9.1f %8.2f%n",
                    way.name(),
                    samples.median(),
                    samples.least(),
                    samples.most(),
                    samples.median() / one.samples().median());
        }
    }

    /// A goal that is a ratio of two medians.
    void ratio(String name, Way measured, Way other, double most) {
        goal(name, measured.samples().median() / other.samples().median(), most, "x");
    }

    /// @param unit of both numbers
    void goal(String name, double measured, double most, String unit) {
        goals.add(
                String.format(
                        Locale.ROOT,
                        "  %-66s at most %7.2f %-2s  measured %8.2f %-2s  %s",
                        name,
                        most,
                        unit,
                        measured,
                        unit,
                        measured <= most ? "met" : "NOT MET"));
    }

    void printGoals() {
        if (!goals.isEmpty()) {
            title("goals");
            goals.forEach(out::println);
        }
    }
}
