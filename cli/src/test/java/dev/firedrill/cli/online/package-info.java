/// What tests of commands that ask servers need.
@NullMarked
package dev.firedrill.cli.online;

import org.jspecify.annotations.NullMarked;
