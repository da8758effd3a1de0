<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1">
<context>
    <name>AdvanceDialog</name>
    <message>
        <source>Pay {amount} in advance on receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} paid in advance on {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the receipt. Once the line is back refund the sale here, and put this sum back as cash in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number} is another till&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office cannot be reached, so nobody here knows what was sold. Refund it once the line is back, or at the till that sold it. If the customer cannot wait, a manager may pay an advance of up to {amount} in cash; the shop stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund it later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay an advance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes back?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name the goods, as on the receipt.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AmountDialog</name>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AmountPage</name>
    <message>
        <source>+{bonus} bonus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} paid in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} bonus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} parts of the bonus come monthly, the next on {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the card now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the card then</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{principal} + bonus {bonus} · {points} points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Approval needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who allows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody at this till may allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN of the one who allows it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Asking head office for {amount} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking head office for {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies there. This takes a moment at most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BasketTasks</name>
    <message>
        <source>{name} at {price}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BenefitsScreen</name>
    <message>
        <source>Card without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: once more?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was had a moment ago.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Once more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Costs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing besides goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This programme has no passes, draws, redemptions or paid memberships for this member.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Card number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe it, scan it, or type its number.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardRow</name>
    <message>
        <source>Begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored-value card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the last (Luhn)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardTasks</name>
    <message>
        <source>Which card?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe or scan the new card; it opens the same wallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue card {card}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Turn the screen or the keyboard to the customer. It is asked for when much is spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is kept at this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts from now on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A PIN for this wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace card {card}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe or scan the new card. The old one opens nothing from then on; the value stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report card {card} lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze card {card}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let card {card} be used again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card {card}: {state}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CareTasks</name>
    <message>
        <source>Ticked off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CashDialog</name>
    <message>
        <source>Cash in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash put into the drawer without a sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash taken out of the drawer without a refund.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the till?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods lie in the basket. They stay, and are back when the till is next opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on selling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the till</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CloseShiftDialog</name>
    <message>
        <source>Close the shift with {amount} counted?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After this the count stands, and the Z report prints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was counted: the drawer would go on record as empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weighed goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>goods, GS1 label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member code on a phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>member card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stored-value card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>voucher</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bank card, not kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unreadable swipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a digit is wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Type, paste or scan the whole line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office&apos;s certificate begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office shows the same behind the last #</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which numbers are cards of this shop. Cards in use must stay among them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is on magnetic track</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any; all must agree</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chip cards are listed by their number in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hex digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten decimal digits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels of the scales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>13 digits: prefix, goods number P, value V, check digit C.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods whose label says they are past their date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell and warn</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not sell</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ComplaintTasks</name>
    <message>
        <source>A new complaint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} were closed before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is the member not content with?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who sees to it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stays on record with your name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Stop fetching</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office makes a fresh list of the members. Selling goes on with the one here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A fresh list of the members: {done} of {total} MB. Selling goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is too full for a fresh list of the members. Once there is room it comes by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching the members was stopped at {done} of {total} MB. F12 goes on with it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Count the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of each? Enter goes on to the next.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Or only the sum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Coupon</name>
    <message>
        <source>Used: {saved} off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fits, but saves nothing beyond the offers used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for another time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Used only if the customer asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not on this day or hour, or not for this member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of its goods are in the basket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} more of its goods and it fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not together with {by}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies at head office or another till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: this till holds none; head office lends it when reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: used up for this period</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupons: {count}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CouponsDialog</name>
    <message>
        <source>Coupons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best of them is used by itself. Enter keeps one for another time, or uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use or keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This coupon cannot be used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To use it, keep {by} first: choose that and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>You save {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan to pay {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, see you again!</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light it up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try 0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a scan</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>on screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>device file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look for printers below, or choose one under Printer. Receipts are kept until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opened by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It hangs on the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens with the printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opens when the printer is well</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not heard of yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in use; it cannot say how it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the paper now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanners and card readers that type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyboard, USB or Bluetooth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyboard, begins with {prefix}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pole display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a second screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shown in a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Customer&apos;s screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment: {tender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A cent is paid and given back to try it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card reader (magnetic)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card reader (chip)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>listening</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This user may not use the port: add them to its group (Linux: dialout).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another program has the port open: close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the cable in? It is found again by itself; another port is chosen under Set up.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Scan or swipe something with: {device}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is shown below and sold nowhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare what was read with what is printed on the code or card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}: heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it plugged in and lit? One that types must send Enter after each code; one on a cable needs the right port and baud under Set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{device}: nothing was heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the printer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taking 0.01 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay it as a customer would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it does not: is its cable in, does the port and the model under Set up fit?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The display shows 88888.88 for some seconds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If it stands on the wrong screen: change the order of the screens in the system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s screen shows 88.88 and a code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plug it in and switch it on; it is found by itself. Or show it in a window: Set up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no second screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The device could not be asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Devices of this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try each once after it was set up. Any may be unplugged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due {due} · paid {paid}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points earned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This purchase lifts to {tier}: points by it already, prices from the next one on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This purchase lifts to {tier}: it counts from the next one on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>{name} (comes with membertill)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Playing the sales again: {percent} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a draft of the programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The real sales of this till are played again under it. Nothing is written; the till sells on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales of the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What would have been different</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Figure</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Was</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Would be</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Difference</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipts that change most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Before these days a member&apos;s tier and spend are taken as known; coupons that were used count as held. Cost prices are not known here, so this is no margin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} (this shop&apos;s, {file})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put your own drafts into {folder}; docs/programme-format.md says how they are written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sales} sales, {members} members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked at, since {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given away beyond today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points that members would hold more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value that is owed more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members in another tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no tier</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyBasket</name>
    <message>
        <source>Ready for the next customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan goods or a member&apos;s card; type 3* first for three of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F9 opens one; what is scanned meanwhile stays in the basket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has no goods yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chain&apos;s goods come from head office. In a single shop whoever set this till up loads its list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last sale {number}: {total}, change {change}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Head office refuses: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office writes this till off first, then makes a new code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office cannot be reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Check the line and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not the whole line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It begins with https:// and holds a code and a long fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the shift, then enrol again; receipts begin at 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office does not have every sale of this till yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office knows this till and lends to it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to enrol again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till belongs to no chain.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol this till again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything it has goes to head office first. Then it begins anew: no value is lent to it, and receipts begin at 1. The shift must be closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line of head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking head office …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Call support if it stays so.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FetchDialog</name>
    <message>
        <source>Receipt {number} is of another till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund all the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till that sold it is asked to hand the refund over: it is made once only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office looks for the sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till that sold it does not answer; it may be switched off. A manager may refund a small sum all the same. If it was refunded there as well, the shop bears it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tenders</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tax inside</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Net</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Savings given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Grand total of this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-ups ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transfers ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services ({count})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash for stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened without a sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Ask {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was said stays on record with your name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Due since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the member said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked, tick off</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message>
        <source>{asked} of {total} addresses asked …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer answered in the network. Is it switched on and plugged in?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what belongs to this till; F12 saves, and it is in use at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the network for printers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer {address}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial port {port}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner is here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing but the keyboard was found.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Leave this basket?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods for {total} lie in it. Clearing it stays on record.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on selling</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>What is heard now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or swipe anything: it is shown here and sold nowhere. Bank cards show nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The newest, byte by byte (hex): {sent}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>Baskets on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No basket is on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F7 with goods in the basket sets it aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Since</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a chain with everything this shop has?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till closes for some minutes and opens again afterwards. Members, the money owed to them and every sale go to the chain&apos;s head office, which from then on decides goods, programme and people. Until it has everything nothing is changed; after that it cannot be undone. You need the line that head office prints.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the till and join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it first, so that every sale goes along.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager does this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have one sign on.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Join a chain with everything this shop has</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members, the money owed to them, and every sale go to the chain&apos;s head office; what lies here stays here. From then on it decides goods, programme and people. It cannot be undone. Head office makes the code with &apos;membertill-office enrol-code&apos;: for one shop, good for 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shop is joining</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until the chain has everything nothing is changed. Broken off, it can be begun again and goes on where it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shop belongs to the chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the till and go on selling; goods and people come in the next minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s own books are brought up to date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The whole history is written into one file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is sent, and the chain proves it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shift is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the till, close the shift, and begin again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s own books are not complete yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the till for a minute, then begin again. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The history could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. Is there room on the disk? If it stays so, call support.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something was sold meanwhile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Begin again; the till stays closed until it is through.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Broken off, and nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter goes on where it was; Esc opens the till as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop&apos;s data cannot be used now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed. If it stays so, call support: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>JoiningWindow</name>
    <message>
        <source>It is being broken off …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed by that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till {till} of {shop}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till&apos;s key: {key}. Head office lists the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Break it off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the till as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>One shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One till with its head office inside; it needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A till of a chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members and their cards are shared with other tills.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LabelRow</name>
    <message>
        <source>Begins with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the weight in grams</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the price in fen</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Language and look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In force as soon as you save; nothing restarts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The basket stays as it is while the till is locked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Theme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock when nobody has touched the till for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Window; Alt+Enter changes it at any time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With title bar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goods, reasons, sum, codes to pay; the pictures of the folder &apos;pictures&apos; in between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer sees it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On a second screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In a window</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The pole display is gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling goes on. Plug it in; it comes back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the basket now: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till is locked; this scan was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on, then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known here: head office is asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer needs a hand; the receipt waits and prints by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is confirmed; stored value moves again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Member</name>
    <message>
        <source>Stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bonus value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wants messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>shares data with partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no data to partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Active</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reported lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberFormDialog</name>
    <message>
        <source>{what}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is sure to be meant.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday, as 19900213 (may be empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not said</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Female</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Male</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card handed out: swipe or scan it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their phone or card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offers and greetings to the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data shared with partners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same person as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Forget</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>No coupons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card ending in {digits}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} not usable here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{principal} + bonus {bonus}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card rested {days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lies at head office or other tills; it cannot be spent here today.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No member yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or swipe a card, or type the phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the member off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value, usable here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday today: congratulate {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow up: {due}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid membership ends: {renewals}; offer to renew it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prepaid and not used for {days} days: ask how it goes</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MemberProfileView</name>
    <message>
        <source>No member chosen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search on the left, or scan a card. Each look at a profile is recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bought at this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>joined {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>last here {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>birthday {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tier until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>identified</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>looked after by {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Birthday this month</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No card; the phone number is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refunded {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>Who is it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone, its last four digits, name or pinyin initials – or swipe the card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the last four digits or fewer letters, or register them: F5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is in the register</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone, last four, name, initials, card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for this sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Profile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top up</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MoneyOut</name>
    <message>
        <source>How does the money go out?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Call head office; with its code this till is enrolled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Events that have not reached head office: {missing}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They follow by themselves while the line is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office was restored and still waits for other tills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another computer has spoken under this till&apos;s name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find it and switch it off. Call head office: this till is then enrolled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has an old state: it was put back from a copy, or copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {shift}: {figure} is {till} here and {office} at head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the Z report and call support; &apos;membertill verify&apos; says what was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lots of members&apos; value that are not alike: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call head office: these cards are looked at there. Selling goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till&apos;s clock is wrong: {clock}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, then let a manager confirm it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office found something that this version cannot name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update this till.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the number of top-ups and services</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum of sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sum of refunds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>head office cannot read it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program; then &apos;membertill office parked --retry {source}&apos; posts it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another event has its number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at both receipts, then &apos;membertill office parked --close {source}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its amounts do not fit the books</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call support, then &apos;membertill office parked --close {source}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>And {count} more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {time}: till and head office have the same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checked {time}: till and head office differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what was paid by {tender}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has jumped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min fast</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} min slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept and not posted since {time}: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what follows for the member went wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update the program; then &apos;membertill office parked --retry {source}&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OpenShiftPanel</name>
    <message>
        <source>Open a shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count what lies in the drawer now. It is where this shift&apos;s cash begins.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OperatorPage</name>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN, four digits or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OtherMemberDialog</name>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their phone, or swipe their card. Whoever has been a member for longer stays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Choose a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What cannot be had now stands below, with the reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No prize this time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points were used. Hand over article {article}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points were used. The slip is printing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted. Head office posts what it brings; the slip is printing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip is printing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PayPage</name>
    <message>
        <source>Saved {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} usable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} more at head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} more, out of reach</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} of stored value lies elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last payment back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount handed over</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaybackDialog</name>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager who has looked it up can close it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has the money another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money goes back to the customer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows yet whether the money of payment {reference} is back with the customer. Try again: it goes back once only, however often it is asked for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The provider does not give payment {reference} back. Pay it back on the provider&apos;s own page or terminal; a manager closes it here then.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaybackHost</name>
    <message>
        <source>The customer has it: the provider has confirmed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payback}: the customer has it another way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{tender}: {amount} back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Code on the customer&apos;s phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager who has looked it up can close it:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer has it back already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use for this sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the payment code on the customer&apos;s phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelling. Whether the customer was quicker is known in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking what came of this payment …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows yet whether this was paid. Do not take it a second time this way: ask again, or look at the customer&apos;s phone. If it turns out paid, it can be used for the basket or paid back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This was paid, and no sale has taken it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The money goes back to the customer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer scans this code with the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer pays on the terminal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer confirms on the phone.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentHost</name>
    <message>
        <source>{tender}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payment} was paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payment} was not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{payment} was paid back another way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentRow</name>
    <message>
        <source>Tender</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the customer pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try with 0.01</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a terminal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>their phone is scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>they scan our code</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>It was paid and goes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody knows what came of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the terminal or the phone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody answers there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check address, port and line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gateway answers; it was not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So the line is good.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Taking 0.01 …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay it as a customer would.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save to use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments outside the till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A tender with a gateway is taken by it. For any other the cashier types the reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: the cashier types every reference.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a gateway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Your PIN is yours alone. Change one that somebody gave you, or that somebody may have seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
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
        <source>top up a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pay stored value out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>move stored value to another card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>freeze a card or report it lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>issue, replace or release a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>change a price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take much stored value without a PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>take goods back after the time for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sell against a sale rule</source>
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
        <source>register and change members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>refund another till&apos;s sale without its word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>merge and erase members</source>
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
    <message>
        <source>say how a payment ended</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonTasks</name>
    <message>
        <source>Forget who {name} is; value and cards stay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is forgotten here, and at head office once it has heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gone} ends in {kept} once head office has heard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{gone} is {kept}: cards, value and history go there</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PetDialog</name>
    <message>
        <source>New pet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PetTasks</name>
    <message>
        <source>New pet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pets of {name}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Which one?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Change your PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN, four digits or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Points off the bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points are worth {worth}; {usable} can be used here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} more lie at head office or other tills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points, at most {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points: {worth} off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill takes at most {most} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type fewer, or leave the number as it was.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So few points are worth nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points are taken in steps of {points}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Pole</name>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PoleFields</name>
    <message>
        <source>Pole display on serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model of the display</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} (not plugged in)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PriceDialog</name>
    <message>
        <source>Change the price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: listed at {price}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New price a piece or kilogram</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it like 12.50.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>The printer is ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the page: all characters whole, the paper cut, the drawer open?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper is nearly at its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep a new roll ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer is out of paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in a new roll; waiting slips print by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close it; waiting slips print by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it switched on, is the cable in, is the address right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is it switched on, and is the baud rate right?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page was sent; this printer does not say how it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look whether it came out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>{name} · {columns} columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{model} · Chinese as images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying the printer …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer could not be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A printer that is off or out of paper never holds up a sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prints a page with Chinese, figures, a QR code, the cut, and opens the drawer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>USB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address in the network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer; installed ones are those of this computer&apos;s own settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model; the generic ones fit most ESC/POS printers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does it say when it is out of paper or off?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yes, ask it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No, just send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print test page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{port} (not plugged in)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuantityDialog</name>
    <message>
        <source>Weight in kg</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The quantity must be more than 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To take the line out, press F6.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>QuickKeys</name>
    <message>
        <source>Quick keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt + digit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They come with the goods.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No quick keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office puts products here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Faulty goods</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changed mind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanned twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gives the card back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Moves away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wrong service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noted twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close to its date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Damaged packing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shelf label differs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As agreed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ordered before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last piece</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change notes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked up at the provider</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seen on the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stands on the terminal&apos;s slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid out in cash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One person twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member wishes it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop expenses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct the float</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Reason (stays on record)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>How slips look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each slip is a small text file. Change it in any editor: the picture follows while you save.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No logo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shop&apos;s own file: {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it comes with membertill.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until that is mended, slips look as before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReferenceDialog</name>
    <message>
        <source>{tender}: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the payment on the terminal, then type or scan its reference number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, no number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The reference number is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If the terminal gave none, press F2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefundDonePanel</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the customer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund recorded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: hand out {amount} from the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {amount} is back on the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: {amount} goes back by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: pay {amount} back on the terminal, reference {reference}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefundLineTable</name>
    <message>
        <source>Item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefundSalePanel</name>
    <message>
        <source>paid {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} refunded before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose what comes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept for {points} points used already: {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points taken back: {points}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One less</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RefundScreen</name>
    <message>
        <source>{amount} was paid here in advance on this receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back into the drawer as cash in when you refund the sale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund {amount} of receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt number or member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which receipt?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the QR code on the receipt, type its number, or choose from the last sales.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not among the last sales</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter to look for this number in all sales.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>{what}. {remedy}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing has this code {code}</source>
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
        <source>This till cannot check codes from phones yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It can after its next contact with head office. Find the member with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code is not from head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for the card or the phone number, and find the member with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this till is not sure enough to check the code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the member with F2; a manager can confirm the clock.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for a fresh one on the phone, and scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code was used at this till already</source>
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
        <source>{name} was good until {day} only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it aside and bring a fresh one.</source>
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
        <source>Head office was not heard for too long, so stored value rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another tender. It moves again at the next contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another tender, and call head office. The card works at other tills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; {elsewhere_minor} lies at head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be reached now. Take the rest with another tender; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; the rest is at another till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was asked to return it: try again in a minute, or take another tender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; this till may hold no more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rest with another tender, or call head office about the limit.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; head office recovers and lends nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rest with another tender; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; head office did not answer in time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or take the rest with another tender; nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The points or coupons of this price are not at this till any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the member&apos;s card again; the price is worked out anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value cannot pay for stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take another tender, or transfer from card to card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This programme has no stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing could be paid with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {limit_minor} of stored value needs the customer&apos;s PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have the customer type it, or take another tender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More than {limit_minor} of stored value needs a PIN, and this till knows none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A supervisor checks who it is and allows it, or take another tender.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A card like this may hold {limit_minor} of prepaid money; this one holds {held_minor}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The law sets the limit. Take no more than {room_minor}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {usable_minor} of this card lies at this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The rest lies at head office or other tills: fetch it first, or take less.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What this top-up brings has changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has no such top-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the till that took a top-up can undo it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something of this top-up was spent, or lies elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay the balance out instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme has no such service any more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not for this member, or not today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme says to whom and when.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes part in the draw of {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office draws; a prize that was won is handed out here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Had as often as the programme allows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again in the next period.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till holds no right to it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office lends it as soon as the line is there: open the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The member has none of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has to be bought or earned first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It lies at head office or another till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It comes as soon as the line is there: open the list again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing of it is unused, or it was not sold at this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the till that sold a pass or membership can pay it back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no service here that may still be undone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till that gave it undoes it, as long as the programme says; never a spin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something that it brought was used, or lies elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo first what used it: the visit before the pass.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} points are missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More points come with the next purchases.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mobile number has 11 digits and begins with 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is a member with this phone already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open that member, or type another phone number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A surname is enough.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such birthday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type year, month and day, as 19900213, or leave it empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change something, or go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card number belongs to somebody already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take a new card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no card number of this shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe the new card, or type its number again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Both cards open the same wallet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to move.</source>
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
        <source>That would be {change_minor} of change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the amount handed over, and type it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One of these ways to pay does not go together with another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take back what was paid (Delete), then pay all of it in one way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This way to pay is for goods without offers; the sum is {total_minor} now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press it again to take it. Any other way to pay brings the offers back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The offers are back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the sum, then press again.</source>
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
        <source>This PIN is too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {digits} digits or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is the PIN you have</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new PIN was not typed twice alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again, both times.</source>
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
        <source>The right to refund receipt {receipt} lies at another till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask for it once head office is reached, or refund it there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is another till&apos;s receipt, and head office cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund it at the till that sold it, or once the line is back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a few minutes; head office has been told.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without the other till&apos;s word no more than {amount_minor} may go back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick less, or wait until that till has answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till knows what was sold on receipt {receipt}: no advance is paid on it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund the sale itself: enter its number again and pick what comes back.</source>
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
        <source>Goods come back or are exchanged within {days} days of the sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A manager may allow it later: do it again and have the manager approve it.</source>
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
        <source>Scan again, or search: F1 goods, F2 members.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has looked up too many members or receipts elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not for this customer, or not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The programme says who may buy it and when. It was not put into the basket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: not without a member&apos;s card, or not now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe the card first, then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: at most {allowed} for this customer now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the rest out of the basket.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: this till does not know how many are left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office tells as soon as the line is there: scan again in a moment.</source>
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
        <source>The payment was refused; nothing was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again, or pay another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was not paid in time; nothing was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment service cannot be reached; nothing was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check its line, or pay another way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This payment code is not good; nothing was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a fresh code shown on the phone, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment was cancelled; nothing was taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The payment could not be paid back; it is kept for later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again in a moment. It is offered again at the next payment.</source>
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
<context>
    <name>Remedies</name>
    <message>
        <source>Waiting slips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Date and time of this till are right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print shift slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X report of shift {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The figures so far; nothing is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Counted {counted}, expected {expected}. The Z report is printing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {number} is closed; the drawer is right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {number} is closed; cash over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {number} is closed; cash short</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Cashier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manager</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaleScreen</name>
    <message>
        <source>{points} pts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was good until {day} only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check it with the customer; F6 takes it out again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Basket {number} is on hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F7 takes it up again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press F12 and go on, or take the payments back first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments were taken for this basket</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was taken out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan or type: code, name, initials, phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Scanners on serial ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The surest way: no input method can swallow a code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None yet. A keyboard scanner needs none.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Find a product</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name, pinyin initials or code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Member</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewer letters find more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sends</name>
    <message>
        <source>codes, cards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tracks with check (LRC)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chip, hex</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chip, hex, reversed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chip, decimal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chip, decimal, reversed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SerialRow</name>
    <message>
        <source>{port} (not plugged in)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Baud</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code ends with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a pause</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Redeem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Spin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell pass</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay pass back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay membership back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sell membership</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ServiceTasks</name>
    <message>
        <source>The part that was not used goes back, as the programme says.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which pass or membership?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if it had never been: what it used up comes back, what it brought goes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which service was a mistake?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} kept for its used coupons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay {amount} back: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo: {service} · {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the customer {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points are back. The slip is printing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip is printing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>You may look at everything here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When you save, a manager has to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawer opens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If not: is its cable in the printer, is it locked?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They are in force now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change the settings of this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your PIN is changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It counts from the next sign-on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftDeskPanel</name>
    <message>
        <source>Cash in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The count is blind: the till says what should be there only afterwards.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened on another day: close it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Business date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Float</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>Shift {number} is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready for the first customer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} paid in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} paid out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands in the shift&apos;s report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The drawer is open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is counted in the shift&apos;s report.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The X report is printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shift slip is printing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put {amount} into the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take {amount} out of the drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the X report of this shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This stands at the top of every receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Thank you, see you again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value lent by head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What lies here can be spent while the line is down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When a shift is closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Return what nobody used for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refunds of another till&apos;s sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While that till does not answer, a manager may refund so much of one sale. The shop stands for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name; empty for the one head office has given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address (may be empty)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Telephone (may be empty)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SignOnScreen</name>
    <message>
        <source>Till {till}. Choose your name, then type your PIN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored-value slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass or service slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut short</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SlipsDialog</name>
    <message>
        <source>Slips that wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They print by themselves, oldest first, as soon as the printer can. Nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The printer is trying again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each slip leaves the list once it is out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PDF could not be saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is printed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No slip waits for the printer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print now</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Printer ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts print as sales are made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paper near its end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Have a new roll at hand; printing goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer out of paper</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put in a new roll. Selling goes on; receipts wait and print by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer cover open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close the cover. Selling goes on; receipts wait and print by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check switch and cable. Selling goes on; receipts wait and print by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it off and on. Selling goes on; receipts wait and print by themselves.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This printer cannot tell how it is; look at the paper now and then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one under F10, Settings. Receipts are kept until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{word} · {count} wait</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to print</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No printer is set up. Choose one under F10, or drop them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These slips were not printed yet. Print them now, or drop them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner unplugged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the cable of {names}; it is found again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type codes meanwhile; set a scanner up under F10, Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan at any time, on any screen: nothing is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe a member&apos;s card at any time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find members by phone with F2 meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pole display gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling goes on. Check its cable; it comes back by itself. Its port is chosen under F10, Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second copy missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales are safe in this till, but their second copy cannot be written: {detail}. Check the disk or stick that holds it; the copy is completed by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the clock</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clock of this till jumped. Stored value rests until a manager has checked date and time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No shift</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Count the float and open one with F9; then sales can be paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This shift is of {day}. Close it with F9 and open today&apos;s when you can.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open since {time}, float {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sign on to work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the till with F11 when you leave it; the basket stays.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>TRAINING – nothing counts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>the system&apos;s keyring</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key file beside the data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Windows, for this user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a passphrase at each start</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StorePage</name>
    <message>
        <source>This till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The command membertill backup saves it, membertill verify checks it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key is kept by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>Devices</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Codes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slips</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a draft</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Closed by head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office in this shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office in this shop is running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a part of this till, keeps the books a second time and needs no network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office starts …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office in this shop is starting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office in this shop is not running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling goes on, stored value included, and nothing is lost. It is started again by itself; if that does not help, close the till and open it again. &apos;membertill doctor&apos; says what is in the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value rests</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till is older than its own head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was put back from an old copy, so cards may hold less than it believes. Cash and cards go on. Bring it up to date with &apos;membertill restore&apos;, rename the folder below, and open the till again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office built anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office in this shop was built anew</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not known to head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office in this shop knows another till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling goes on and everything is kept. Close the till, rename the folder below, and open the till again: head office is then built anew from this till&apos;s journal.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office does not know this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not our head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers at head office&apos;s address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was sent to it. Sales are kept here; call head office.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office asks for a newer version of this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales still reach it; stored value can be spent only from what lies here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office cannot read what this till says</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales are kept here and sent again. Call support: one of the two needs an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office recovers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office was restored and waits for all tills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Until then it lends nothing; stored value can be spent from what lies here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office restored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office was restored from a copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many look-ups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has looked up too many members or receipts elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office answers again in a few minutes, and has been told. Selling goes on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till has told it everything again. Nothing is to be done here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asked this till to come back in a moment; that happens by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the till was written off as lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there are two copies of this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the till was restored from an old copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stand-alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till works for itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It belongs to no head office. Everything is kept here, in two places, and can be backed up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling need not wait for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Online since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office has everything</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the way to head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each sale follows by itself within seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Selling goes on. Stored value can be spent from what lies here; everything is kept and follows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cash and cards go on, and every sale still reaches head office. Call head office ({reason}); with its code this till is enrolled again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales are kept here. Call head office; with its code this till is enrolled again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Online since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>never yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying now …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join a chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored value lent to this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tries again by itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lots in all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without contact, paused from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key (head office lists the same)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stored-value slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pass or service slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>X report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Z report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: this cannot be read: {found}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: &apos;{found}&apos; is not known here; known: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: this slip has no &apos;{found}&apos;; it has: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: no slip says &apos;{found}&apos;; known: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: a list is expected: slip = [ … ], of: {allowed}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: after {found} words in quotes are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: after {found} true or false is expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: {found} blank lines; {allowed} are expected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {line}: bars hold plain letters and figures, not &apos;{found}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is too big: at most 5 MB and 20 million pixels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This file is no picture. PNG, JPEG, BMP and GIF are.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture could not be read or kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>The receipt prints again, marked as a copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A receipt without prices prints, for the present.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the basket; nothing is lost</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopUpDonePanel</name>
    <message>
        <source>Done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Print again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip is printing; its code proves the top-up. The customer should keep it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topped up {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the card now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} bonus</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TopUpScreen</name>
    <message>
        <source>This scan was not taken</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the top-up first, then scan again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topped up {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money was taken for this top-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish it, or hand the money back with Del first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Items: {count}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Working out the offers…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Total</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>Open the drawer without a sale</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Check it with the customer, then go on. Esc sets it aside or clears it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Payments taken for it are kept as well: go on with F12.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The unfinished basket of last time is back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ValueTasks</name>
    <message>
        <source>What is left of the principal goes back; by law within 7 days of asking, and here at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} more lies at head office or other tills.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay the balance out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay {amount} out; {bonus} of bonus is taken back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As if it had never been: everything it brought goes back. Nothing of it may have been spent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which top-up?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo the top-up of {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Principal and bonus move alike, and keep their dates.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move value to another card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To which card? {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swipe, scan or type the card that is to hold it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a card without a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move {amount} to {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It cannot be taken back by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the customer {amount}: {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} was moved</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalletDesk</name>
    <message>
        <source>Card and stored value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay the balance out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a top-up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pay a pass or membership back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo a service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move value to another card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Issue a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Report a card lost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze a card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let a card be used again</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalletPinDialog</name>
    <message>
        <source>The customer chooses a PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The customer&apos;s PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New PIN, four digits or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WalletTiles</name>
    <message>
        <source>The wallet is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Usable here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>{done} of {total} kB</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WedgeCard</name>
    <message>
        <source>Keyboard scanners</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What comes faster than a person types is a scan. Change this only if scans land in text fields.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest gap in a scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortest scan</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent before each code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent after each code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sends</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as on this keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always US</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A chip reader that types needs a prefix: its bare number could be goods. Set one on the reader, e.g. ~U, and write it here; the same for slow Bluetooth scanners.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a keyboard scanner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WedgeRow</name>
    <message>
        <source>Sent before each code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sent after each code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It sends</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few questions, then this till can sell. Nothing is kept before the last one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One shop or a chain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Does this till belong to a chain?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A shop of its own can join a chain later, with its members and all it has sold.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code of head office</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office makes it with &apos;membertill-office enrol-code&apos;: for one till, good for 15 minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What stands on every receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All of it can be changed later under settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Programme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What your members are granted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tiers, points, promotions and ways to pay come from a programme. Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The receipt printer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may wait: settings have the same page. Keyboard scanners need nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>First person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is the manager?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first person to sign on, who may do everything. Keep the PIN to yourself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no whole code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the whole line: it begins with https:// and ends in the certificate&apos;s fingerprint.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Please compare the fingerprint</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>If head office shows the same one, say so with F2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shop needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands at the top of every receipt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The manager needs a name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stands on the sign-on and on receipts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN is too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take four digits or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PIN was not typed twice alike</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again, both times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office does not know this code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again, letter by letter. After five wrong tries it needs a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code has run out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A code is good for 15 minutes. Ask head office for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code was tried wrongly five times</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is good for nothing any more. Ask head office for a new one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This code was used already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each till needs a code of its own. Ask head office for another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office refuses this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call head office: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office cannot be reached</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Is the network on, and does head office run? Try again; the code is still good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its certificate is not the code&apos;s, so nothing was sent. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free some space and try again; nothing half made was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The till could not be set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing half made was left. Try again; if it stays so, call support: {detail}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WizardWindow</name>
    <message>
        <source>The till is being set up …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This takes a few seconds. Esc gives it up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up this till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set up the till</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
