package org.vxlab.cli;

import org.vxlab.discover.Finding;

import java.util.ArrayList;
import java.util.List;

/// How findings of an import are told: the kind, the place, what it is, and the cure below.
record FindingReport(Texts texts, Paint paint) {

    /// All findings, what is wrong first.
    List<String> lines(List<Finding> findings) {
        List<String> lines = new ArrayList<>();
        for (Finding.Kind kind : Finding.Kind.values()) {
            findings.stream()
                    .filter(finding -> finding.kind() == kind)
                    .forEach(finding -> add(finding, lines));
        }
        return lines;
    }

    private void add(Finding finding, List<String> lines) {
        lines.add(word(finding.kind()) + place(finding) + texts.of(finding.what()));
        finding.cure().ifPresent(cure -> lines.add("    " + texts.of("cli.cure", texts.of(cure))));
    }

    private String place(Finding finding) {
        List<String> words = new ArrayList<>();
        finding.line().ifPresent(line -> words.add(texts.of("cli.import.line", line)));
        if (!finding.host().isEmpty()) {
            words.add(finding.host());
        }
        return words.isEmpty() ? "" : paint.strong(Texts.visible(String.join(", ", words))) + ": ";
    }

    private String word(Finding.Kind kind) {
        String word = texts.of("cli.import.kind." + kind.word()) + " ";
        return switch (kind) {
            case WRONG -> paint.bad(word);
            case DOUBTFUL, UNREAD -> paint.warning(word);
            case ASSUMED, APART -> word;
        };
    }
}
