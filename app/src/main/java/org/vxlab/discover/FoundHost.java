package org.vxlab.discover;

import org.vxlab.kernel.ExtraSetting;
import org.vxlab.kernel.HostState;
import org.vxlab.topology.SshTarget;

import java.util.List;
import java.util.Optional;

/// A machine as it was found, running or told of in a text.
///
/// @param ssh how the lab shall reach it; absent for a host of the built-in lab
/// @param state all there is on it, its named namespaces with their own tables
/// @param cables what leads from one of its namespaces into another
/// @param extras what the state has no fields for
public record FoundHost(
        String name,
        Optional<SshTarget> ssh,
        HostState state,
        List<Cable> cables,
        List<ExtraSetting> extras) {
    public FoundHost {
        cables = List.copyOf(cables);
        extras = List.copyOf(extras);
    }
}
