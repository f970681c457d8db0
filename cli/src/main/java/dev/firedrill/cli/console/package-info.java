/// What surrounds a command: its streams, its working directory, and the two ways in which it can
/// fail to do its work.
@NullMarked
package dev.firedrill.cli.console;

import org.jspecify.annotations.NullMarked;
