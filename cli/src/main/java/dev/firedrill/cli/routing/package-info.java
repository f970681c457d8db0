/// Where alerts go: those that are given and those that rules can make, explained with everything
/// that can hold a notification back.
@NullMarked
package dev.firedrill.cli.routing;

import org.jspecify.annotations.NullMarked;
