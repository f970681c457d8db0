/// The entry point: finds the command asked for, builds it, turns its outcome into an exit status.
@NullMarked
package dev.firedrill.cli;

import org.jspecify.annotations.NullMarked;
