package org.vxlab.picture;

import org.vxlab.picture.Placement.Size;
import org.vxlab.topology.Lab;
import org.vxlab.topology.Thing;

import java.util.LinkedHashMap;
import java.util.Map;

/// How much room each thing of a lab takes on a picture.
final class Footprint {
    private Footprint() {}

    static Map<Thing, Size> sizes(Lab lab, PictureStyle style) {
        Map<Thing, Size> sizes = new LinkedHashMap<>();
        HostContents.of(lab, new SegmentNumbers(lab))
                .forEach(
                        (name, contents) -> {
                            CardPlan plan = new CardPlan(contents, style);
                            sizes.put(new Thing.Host(name), new Size(plan.width(), plan.height()));
                        });
        addOthers(lab, style.type(), sizes);
        return sizes;
    }

    static void addOthers(Lab lab, TypeSize type, Map<Thing, Size> sizes) {
        Size network = new Size(type.networkWidth(), type.networkHeight());
        Size router = new Size(Metrics.ROUTER, Metrics.ROUTER);
        Size segment = new Size(type.pillWidth(), type.pillHeight());
        lab.networks().forEach(one -> sizes.put(new Thing.Network(one.name()), network));
        lab.routers().forEach(one -> sizes.put(new Thing.Router(one.name()), router));
        lab.segments().forEach(one -> sizes.put(new Thing.Segment(one.shownName()), segment));
    }
}
