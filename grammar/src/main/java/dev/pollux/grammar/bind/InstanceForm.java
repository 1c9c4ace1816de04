package dev.pollux.grammar.bind;

import dev.pollux.grammar.model.AddressFamily;
import java.time.Duration;

/** What decides how the rest of an instance is read. */
record InstanceForm(AddressFamily family, int version, boolean strict, boolean owner, Duration interval) {}
