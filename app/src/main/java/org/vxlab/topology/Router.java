package org.vxlab.topology;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// An underlay router: forwards IP (not multicast) between the networks it has an address in.
///
/// @param addresses network name to the router's address there, in the order written
public record Router(String name, Map<String, Ip> addresses) {
    public Router {
        addresses = Collections.unmodifiableMap(new LinkedHashMap<>(addresses));
    }
}
