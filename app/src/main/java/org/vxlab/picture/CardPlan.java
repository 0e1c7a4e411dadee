package org.vxlab.picture;

import org.vxlab.picture.HostContents.Block;
import org.vxlab.picture.HostContents.Device;
import org.vxlab.picture.HostContents.Plugged;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where on a host's card everything stands, from the card's upper left corner.
final class CardPlan {
    private static final int CHIPS_A_ROW = 2;

    private final PictureStyle style;
    private final TypeSize type;
    private final int devices;
    private final List<PlannedBlock> blocks = new ArrayList<>();
    private final double height;

    /// One block with the places of its parts.
    record PlannedBlock(
            Block block, Box bar, Map<Plugged, Box> chips, Map<Device, DevicePlace> devices) {}

    /// A vxlan device and the rows for its entries.
    record DevicePlace(Box box, List<Box> rows) {}

    CardPlan(HostContents contents, PictureStyle style) {
        this.style = style;
        type = style.type();
        devices = contents.blocks().stream().mapToInt(block -> block.devices().size()).sum();
        double y = type.header() + Metrics.GAP / 2;
        for (Block block : contents.blocks()) {
            y = plan(block, y) + Metrics.GAP;
        }
        height = y + type.port();
    }

    private double plan(Block block, double top) {
        double gap = Metrics.GAP;
        double inner = type.cardWidth() - 2 * gap;
        double chipWidth = (inner - gap) / CHIPS_A_ROW;
        double y = top;
        Map<Plugged, Box> chips = new LinkedHashMap<>();
        for (int i = 0; i < block.workloads().size(); i++) {
            double x = gap + i % CHIPS_A_ROW * (chipWidth + gap);
            double row = y + i / CHIPS_A_ROW * (type.bar() + gap / 2);
            chips.put(block.workloads().get(i), new Box(x, row, chipWidth, type.bar()));
        }
        int rows = (block.workloads().size() + CHIPS_A_ROW - 1) / CHIPS_A_ROW;
        y += rows * (type.bar() + gap / 2) + (rows > 0 ? gap / 2 : 0);
        double barHeight = block.bridge().isPresent() ? type.bar() : 0;
        Box bar = new Box(gap, y, inner, barHeight);
        y += barHeight;
        Map<Device, DevicePlace> devices = new LinkedHashMap<>();
        for (Device device : block.devices()) {
            y += block.bridge().isPresent() ? gap : 0;
            Box box = new Box(gap * 2, y, inner - gap * 2, type.bar());
            y += type.bar();
            List<Box> entries = new ArrayList<>();
            for (int i = 0; i < rows(device); i++) {
                entries.add(new Box(gap, y + gap / 4, inner, type.entry() - gap / 4));
                y += type.entry();
            }
            devices.put(device, new DevicePlace(box, entries));
        }
        blocks.add(new PlannedBlock(block, bar, chips, devices));
        return y;
    }

    private int rows(Device device) {
        long written =
                device.segment().fdb().stream()
                        .filter(entry -> entry.on().equals(device.member().host()))
                        .count();
        return type.rows(
                Math.max(style.entryRows(), (int) Math.min(written, PictureStyle.WATCHING_ROWS)),
                devices);
    }

    double height() {
        return height;
    }

    double width() {
        return type.cardWidth();
    }

    List<PlannedBlock> blocks() {
        return blocks;
    }

    Box port() {
        return new Box(0, height - type.port(), width(), type.port());
    }

    /// Where the devices are, by their segments' names.
    Map<String, Box> devices() {
        Map<String, Box> devices = new LinkedHashMap<>();
        for (PlannedBlock block : blocks) {
            block.devices()
                    .forEach(
                            (device, place) ->
                                    devices.put(device.segment().shownName(), place.box()));
        }
        return devices;
    }
}
