/// `firedrill amtool`: the offline half of amtool 0.34, with its words, flags, output and exit
/// statuses. What Alertmanager logs goes to standard error here.
@NullMarked
package dev.firedrill.cli.amtool;

import org.jspecify.annotations.NullMarked;
