package dev.pollux.grammar.pair;

import dev.pollux.grammar.model.VrrpInstance;
import dev.pollux.grammar.pair.PairReports.Places;

/** The same virtual router in both directors. */
record RouterPair(VrrpInstance first, VrrpInstance second, Places places) {

    /** What messages call it. */
    String describe() {
        String names = first.name().equals(second.name()) ? first.name() : first.name() + " and " + second.name();
        return "vrrp_instance " + names;
    }
}
