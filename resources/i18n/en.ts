<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>Permission</name>
    <message>
        <source>sell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>put cash in or take it out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open a shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close the shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read the X report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>look at members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confirm the clock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Nothing has this code {code}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan again, or search by name with F1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One digit of {code} is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan it, or type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is not in the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the member by phone with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card is frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sale can go on without it; head office can unfreeze it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card was reported lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check who is before you, then find the member by phone with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card was replaced by a new one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the new card, or find the member by phone with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The card could not be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe again, evenly and in one go.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That was a bank card; nothing of it was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it on the payment terminal, then choose bank card as tender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is not for sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it aside and ask the manager.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This member is not in the directory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search again by phone or name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {usable_minor} of stored value can be used at this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take less from the card and the rest with another tender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value needs a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the card, or find the member with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this till has jumped, so stored value rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another tender; a manager can confirm the clock from the status strip.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The basket is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan goods first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{remaining_minor} is still to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another tender for the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only cash can be more than what is left to pay: {remaining_minor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type a smaller amount.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This tender is not in the programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The amount must be more than zero</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantity must be more than 0 and less than 10,000</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody of this name works here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a name from the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again; tries left: {tries_left}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait {minutes} min, or somebody else signs on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not do this: {permission}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask a supervisor or manager to approve it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type why; it stays on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open one with F9; the basket stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is open already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on with it, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open shift is of another day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the drawer and close it with F9, then open a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baskets are still on hold: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall each with F7 and sell or clear it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has no such receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the number, or choose from the recent sales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is more than was sold and not yet refunded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a smaller quantity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is chosen to go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose lines and quantities.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has changed to {total_minor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the customer, then take the payment again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This basket was taken up already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk of this till is full; nothing of this was kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space, then do it again. Sales so far are safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till cannot read or write its data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop selling here, call for support, and leave the till switched on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong inside the till; nothing was kept of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try once more. If it happens again, call for support.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
