package org.vxlab.cli;

import org.vxlab.discover.Finding;
import org.vxlab.topology.Message;

import java.util.Map;
import java.util.Optional;

/// Findings of an import for programs; `app/docs/json.md` describes them.
record FindingJson(Texts texts) {

    Map<String, Object> of(Finding finding) {
        return Json.object(
                "kind",
                finding.kind().word(),
                "host",
                some(finding.host()),
                "device",
                some(finding.device()),
                "line",
                finding.line().isPresent()
                        ? Optional.of(finding.line().getAsInt())
                        : Optional.empty(),
                "key",
                finding.what().key(),
                "what",
                texts.of(finding.what()),
                "cure",
                finding.cure().map((Message cure) -> texts.of(cure)));
    }

    private static Optional<String> some(String text) {
        return Optional.of(text).filter(one -> !one.isEmpty());
    }
}
