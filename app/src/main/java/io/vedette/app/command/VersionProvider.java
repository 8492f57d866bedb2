package io.vedette.app.command;

import picocli.CommandLine.IVersionProvider;

/** The version, as the build has written it into the jar. */
public final class VersionProvider implements IVersionProvider {

    @Override
    public String[] getVersion() {
        String version = VersionProvider.class.getPackage().getImplementationVersion();
        return new String[] {"vedette " + (version == null ? "(not packaged)" : version)};
    }
}
