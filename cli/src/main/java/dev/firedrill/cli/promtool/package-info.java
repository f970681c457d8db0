/// `firedrill promtool`: the offline half of promtool 3.14, with its words, flags, output and exit
/// statuses.
@NullMarked
package dev.firedrill.cli.promtool;

import org.jspecify.annotations.NullMarked;
