package org.vxlab.export.tools;

/// Writes a file of sections and settings as systemd reads them.
final class UnitText {
    private final StringBuilder text;

    UnitText(String head) {
        text = new StringBuilder(head);
    }

    UnitText section(String name) {
        text.append("\n[").append(name).append("]\n");
        return this;
    }

    UnitText set(String name, Object value) {
        text.append(name).append('=').append(value).append('\n');
        return this;
    }

    UnitText set(String name, boolean value) {
        return set(name, value ? "yes" : "no");
    }

    /// A section that matches one device. The name is a pattern there (fnmatch(3)), in which only
    /// brackets mean something else among the characters a device may have.
    UnitText match(String setting, String device) {
        return section("Match").set(setting, device.replace('[', '?').replace(']', '?'));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
