/// Options and arguments of commands: how they are declared, parsed and described, and the groups
/// of them that several commands share.
@NullMarked
package dev.firedrill.cli.option;

import org.jspecify.annotations.NullMarked;
