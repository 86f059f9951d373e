package org.sealpost.web.api;

import java.util.List;
import java.util.Map;

/**
 * How many are in a state.
 *
 * @param state its name
 */
public record StateCount(String state, long number) {
    /** In the order of the states' life; a state that none is in is absent. */
    static <E extends Enum<E>> List<StateCount> of(Map<E, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(each -> new StateCount(each.getKey().name(), each.getValue()))
                .toList();
    }
}
