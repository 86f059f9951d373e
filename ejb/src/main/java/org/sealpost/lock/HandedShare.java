package org.sealpost.lock;

import java.util.List;

/**
 * A recovery share on its way to its holder's page; kept nowhere.
 *
 * @param set fingerprint of the set
 * @param number the holder's
 * @param needed how many open the Key Manager
 * @param holder who gets it
 * @param text three lines
 */
public record HandedShare(String set, int number, int needed, String holder, String text) {
    /** The text's lines, for a page that numbers them. */
    public List<String> lines() {
        return text.lines().toList();
    }

    /** Never the share. */
    @Override
    public String toString() {
        return set + " share " + number;
    }
}
