package clew.app.access;

import java.util.UUID;

/** Who signed in. What they may do is not kept here but worked out for each request. */
sealed interface Account permits LocalAccount, MachineAccount, ProviderAccount {

    UUID id();

    int agency();
}
