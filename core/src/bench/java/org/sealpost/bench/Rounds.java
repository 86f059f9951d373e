package org.sealpost.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Measures contenders in turns, so that a machine that others use too slows all of them alike: absolute figures move by
 * a third between runs, ratios within a run by a tenth.
 */
final class Rounds {

    private final List<List<Cost>> costs = new ArrayList<>();

    private Rounds() {}

    /** Measures each contender once in every round, after warming up. */
    static Rounds of(int rounds, Cost.Contender... contenders) throws Exception {
        Rounds result = new Rounds();
        for (Cost.Contender contender : contenders) {
            contender.warmUp();
            result.costs.add(new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contenders.length; i++) {
                result.costs.get(i).add(contenders[i].measure());
            }
        }
        return result;
    }

    /** Median CPU seconds of a contender. */
    double cpu(int contender) {
        return median(costs.get(contender), Cost::cpu);
    }

    /** Median seconds on the clock of a contender. */
    double wall(int contender) {
        return median(costs.get(contender), Cost::wall);
    }

    /** How many times the CPU time of the first one a contender takes: the median of the rounds' ratios. */
    double ratio(int contender) {
        List<Cost> first = costs.get(0);
        List<Cost> other = costs.get(contender);
        double[] ratios = new double[first.size()];
        Arrays.setAll(ratios, i -> other.get(i).cpu() / first.get(i).cpu());
        Arrays.sort(ratios);
        return ratios[ratios.length / 2];
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> of) {
        double[] sorted = costs.stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
