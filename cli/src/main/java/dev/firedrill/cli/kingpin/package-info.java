/// Command lines as the Go programs promtool and amtool read them, by their library kingpin: words
/// name nested commands, flags may stand anywhere behind the command that has them.
@NullMarked
package dev.firedrill.cli.kingpin;

import org.jspecify.annotations.NullMarked;
