package io.vedette.runtime;

/** How a command of Vedette ends, after BSD's {@code sysexits.h} where that has a word for it. */
public enum ExitCode {
    /** Everything was done. */
    OK(0),
    /** It went wrong in a way that has no code of its own. */
    FAILED(1),
    /** The good part of the input was processed; some of it was bad and was counted. */
    SOME_INPUT_BAD(2),
    /** Wrong arguments, or a wrong configuration key or value. */
    USAGE(64),
    /** The input as a whole is not what it should be. */
    DATA(65),
    /** An input or configuration file can't be read. */
    NO_INPUT(66),
    /** Something that is needed isn't there: a port is taken, a broker stays away. */
    UNAVAILABLE(69),
    /** A fault of Vedette's own. */
    INTERNAL(70),
    /** An output file or folder can't be written. */
    CANT_CREATE(73),
    /** Topics or schemas are not set up as the services need them. */
    CONFIG(78);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** What the process gives to its parent. */
    public int code() {
        return code;
    }
}
