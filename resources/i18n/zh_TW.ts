<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_TW">
<context>
    <name>AdvanceDialog</name>
    <message>
        <source>Pay {amount} in advance on receipt {number}</source>
        <translation>為收據 {number} 墊付 {amount}</translation>
    </message>
    <message>
        <source>{amount} paid in advance on {number}</source>
        <translation>已為 {number} 墊付 {amount}</translation>
    </message>
    <message>
        <source>Keep the receipt. Once the line is back refund the sale here, and put this sum back as cash in.</source>
        <translation>請留存收據。網路恢復後在本機辦理退貨，並把這筆錢作為現金存入放回錢箱。</translation>
    </message>
    <message>
        <source>Receipt {number} is another till&apos;s</source>
        <translation>收據 {number} 是其他收銀機開的</translation>
    </message>
    <message>
        <source>Head office cannot be reached, so nobody here knows what was sold. Refund it once the line is back, or at the till that sold it. If the customer cannot wait, a manager may pay an advance of up to {amount} in cash; the shop stands for it.</source>
        <translation>現在連不上總部，本機不知道這一單賣了什麼。請等網路恢復後再退，或到原收銀機退貨。顧客不能等時，店長最多可用現金墊付 {amount}，風險由本店承擔。</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>退回的商品</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Refund it later</source>
        <translation>以後再退</translation>
    </message>
    <message>
        <source>Pay an advance</source>
        <translation>現金墊付</translation>
    </message>
    <message>
        <source>What comes back?</source>
        <translation>退回什麼商品？</translation>
    </message>
    <message>
        <source>Name the goods, as on the receipt.</source>
        <translation>請照收據寫明商品。</translation>
    </message>
</context>
<context>
    <name>AmountDialog</name>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>AmountPage</name>
    <message>
        <source>+{bonus} bonus</source>
        <translation>送 {bonus}</translation>
    </message>
    <message>
        <source>Top up {amount}</source>
        <translation>充 {amount}</translation>
    </message>
    <message>
        <source>{amount} paid in</source>
        <translation>實付 {amount}</translation>
    </message>
    <message>
        <source>{amount} bonus</source>
        <translation>贈送 {amount}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 點數</translation>
    </message>
    <message>
        <source>{count} parts of the bonus come monthly, the next on {day}</source>
        <translation>贈送金另有 {count} 期按月到帳，下一期 {day}</translation>
    </message>
    <message>
        <source>On the card now</source>
        <translation>卡內現有</translation>
    </message>
    <message>
        <source>On the card then</source>
        <translation>加值後卡內</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>其他金額</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>去收款</translation>
    </message>
    <message>
        <source>Card without a name</source>
        <translation>不記名卡</translation>
    </message>
    <message>
        <source>{principal} + bonus {bonus} · {points} points</source>
        <translation>{principal} + 贈送 {bonus} · {points} 點數</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Approval needed</source>
        <translation>需要授權</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>繼續</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>授權</translation>
    </message>
    <message>
        <source>Who allows it</source>
        <translation>誰來授權</translation>
    </message>
    <message>
        <source>Nobody at this till may allow it.</source>
        <translation>本機沒有人可以授權。</translation>
    </message>
    <message>
        <source>PIN of the one who allows it</source>
        <translation>授權人的密碼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>AskingDialog</name>
    <message>
        <source>Asking head office for {amount} points</source>
        <translation>正在向總部申請 {amount} 點數</translation>
    </message>
    <message>
        <source>Asking head office for {amount}</source>
        <translation>正在向總部申請 {amount}</translation>
    </message>
    <message>
        <source>It lies there. This takes a moment at most.</source>
        <translation>存放在總部，片刻即可調來。</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>不等了</translation>
    </message>
</context>
<context>
    <name>BasketTasks</name>
    <message>
        <source>{name} at {price}</source>
        <translation>{name} 改為 {price}</translation>
    </message>
</context>
<context>
    <name>BenefitsScreen</name>
    <message>
        <source>Card without a name</source>
        <translation>不記名卡</translation>
    </message>
    <message>
        <source>Services · {name}</source>
        <translation>會員權益 · {name}</translation>
    </message>
    <message>
        <source>{name}: {price}</source>
        <translation>{name}：{price}</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>用什麼方式付款？</translation>
    </message>
    <message>
        <source>{name}: once more?</source>
        <translation>{name}：再來一次？</translation>
    </message>
    <message>
        <source>It was had a moment ago.</source>
        <translation>剛剛已經辦過一次。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再來一次</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>辦理</translation>
    </message>
    <message>
        <source>What</source>
        <translation>內容</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation>暫不能辦理的原因</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>會員權益</translation>
    </message>
    <message>
        <source>Undo a service</source>
        <translation>撤銷一項權益</translation>
    </message>
    <message>
        <source>Nothing besides goods</source>
        <translation>除商品外沒有其他權益</translation>
    </message>
    <message>
        <source>This programme has no passes, draws, redemptions or paid memberships for this member.</source>
        <translation>本方案沒有可為這位會員辦理的次卡、抽獎、兌換或付費會員。</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Card number</source>
        <translation>卡號</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>No card was read</source>
        <translation>沒有讀到卡</translation>
    </message>
    <message>
        <source>Swipe it, scan it, or type its number.</source>
        <translation>請刷卡、掃碼或輸入卡號。</translation>
    </message>
</context>
<context>
    <name>CardRow</name>
    <message>
        <source>Begins with</source>
        <translation>開頭</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>位數</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>校驗位</translation>
    </message>
    <message>
        <source>member card</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>stored-value card</source>
        <translation>儲值卡</translation>
    </message>
    <message>
        <source>the last (Luhn)</source>
        <translation>末位（Luhn）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
</context>
<context>
    <name>CardTasks</name>
    <message>
        <source>Which card?</source>
        <translation>哪張卡？</translation>
    </message>
    <message>
        <source>Issue a card</source>
        <translation>發卡</translation>
    </message>
    <message>
        <source>Swipe or scan the new card; it opens the same wallet.</source>
        <translation>請刷或掃新卡，新卡開啟同一個錢包。</translation>
    </message>
    <message>
        <source>Issue card {card}</source>
        <translation>發卡 {card}</translation>
    </message>
    <message>
        <source>Turn the screen or the keyboard to the customer. It is asked for when much is spent.</source>
        <translation>請把螢幕或鍵盤轉向顧客。大額支付時會要求輸入。</translation>
    </message>
    <message>
        <source>The PIN is kept at this till</source>
        <translation>密碼已儲存在本機</translation>
    </message>
    <message>
        <source>It counts from now on.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>A PIN for this wallet</source>
        <translation>為這個錢包設定密碼</translation>
    </message>
    <message>
        <source>Replace card {card}</source>
        <translation>換卡 {card}</translation>
    </message>
    <message>
        <source>Swipe or scan the new card. The old one opens nothing from then on; the value stays.</source>
        <translation>請刷或掃新卡。舊卡從此失效，儲值不變。</translation>
    </message>
    <message>
        <source>Report card {card} lost</source>
        <translation>掛失卡 {card}</translation>
    </message>
    <message>
        <source>Freeze card {card}</source>
        <translation>凍結卡 {card}</translation>
    </message>
    <message>
        <source>Let card {card} be used again</source>
        <translation>恢復使用卡 {card}</translation>
    </message>
    <message>
        <source>Card {card}: {state}</source>
        <translation>卡 {card}：{state}</translation>
    </message>
</context>
<context>
    <name>CareTasks</name>
    <message>
        <source>Ticked off</source>
        <translation>已回訪</translation>
    </message>
</context>
<context>
    <name>CashDialog</name>
    <message>
        <source>Cash in</source>
        <translation>存入現金</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>取出現金</translation>
    </message>
    <message>
        <source>Cash put into the drawer without a sale.</source>
        <translation>不是銷售所得、放進錢箱的現金。</translation>
    </message>
    <message>
        <source>Cash taken out of the drawer without a refund.</source>
        <translation>不是退貨、從錢箱取走的現金。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金額</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>CloseDialog</name>
    <message>
        <source>Close the till?</source>
        <translation>關閉收銀機？</translation>
    </message>
    <message>
        <source>Goods lie in the basket. They stay, and are back when the till is next opened.</source>
        <translation>購物籃裡還有商品，會自動保留，下次開啟收銀機時恢復。</translation>
    </message>
    <message>
        <source>Go on selling</source>
        <translation>繼續收銀</translation>
    </message>
    <message>
        <source>Close the till</source>
        <translation>關閉收銀機</translation>
    </message>
</context>
<context>
    <name>CloseShiftDialog</name>
    <message>
        <source>Close the shift with {amount} counted?</source>
        <translation>實點 {amount}，確認交班？</translation>
    </message>
    <message>
        <source>After this the count stands, and the Z report prints.</source>
        <translation>確認後實點金額不能再改，並列印 Z 報表。</translation>
    </message>
    <message>
        <source>Nothing was counted: the drawer would go on record as empty.</source>
        <translation>還沒有清點：將按錢箱為空入帳。</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>再點一次</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>交班</translation>
    </message>
</context>
<context>
    <name>Code</name>
    <message>
        <source>goods</source>
        <translation>商品</translation>
    </message>
    <message>
        <source>weighed goods</source>
        <translation>稱重商品</translation>
    </message>
    <message>
        <source>goods, GS1 label</source>
        <translation>商品（GS1 標籤）</translation>
    </message>
    <message>
        <source>member code on a phone</source>
        <translation>手機會員碼</translation>
    </message>
    <message>
        <source>member card</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>stored-value card</source>
        <translation>儲值卡</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>券</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>bank card, not kept</source>
        <translation>銀行卡，不儲存</translation>
    </message>
    <message>
        <source>unreadable swipe</source>
        <translation>刷卡不完整</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不認識</translation>
    </message>
    <message>
        <source>a digit is wrong</source>
        <translation>有一位不對</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Type, paste or scan the whole line</source>
        <translation>輸入、貼上或掃描整行</translation>
    </message>
    <message>
        <source>Head office&apos;s certificate begins with</source>
        <translation>總部證書指紋的開頭</translation>
    </message>
    <message>
        <source>Head office shows the same behind the last #</source>
        <translation>與總部最後一個 # 後面的相同</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Cards</source>
        <translation>卡號規則</translation>
    </message>
    <message>
        <source>Which numbers are cards of this shop. Cards in use must stay among them.</source>
        <translation>哪些號碼是本店的卡。正在使用的卡號必須包含在內。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>無。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation>新增卡號規則</translation>
    </message>
    <message>
        <source>The number is on magnetic track</source>
        <translation>卡號所在磁軌</translation>
    </message>
    <message>
        <source>any; all must agree</source>
        <translation>任意磁軌，須一致</translation>
    </message>
    <message>
        <source>Chip cards are listed by their number in</source>
        <translation>晶片卡號在會員目錄中的寫法</translation>
    </message>
    <message>
        <source>hex digits</source>
        <translation>十六進位制</translation>
    </message>
    <message>
        <source>ten decimal digits</source>
        <translation>十位十進位制</translation>
    </message>
    <message>
        <source>Labels of the scales</source>
        <translation>電子秤標籤</translation>
    </message>
    <message>
        <source>13 digits: prefix, goods number P, value V, check digit C.</source>
        <translation>共 13 位：字首、商品號 P、數值 V、校驗位 C。</translation>
    </message>
    <message>
        <source>Add labels</source>
        <translation>新增標籤規則</translation>
    </message>
    <message>
        <source>Goods whose label says they are past their date</source>
        <translation>標籤顯示已過期的商品</translation>
    </message>
    <message>
        <source>Sell and warn</source>
        <translation>可售並提醒</translation>
    </message>
    <message>
        <source>Do not sell</source>
        <translation>不可售</translation>
    </message>
</context>
<context>
    <name>ComplaintTasks</name>
    <message>
        <source>A new complaint</source>
        <translation>新投訴</translation>
    </message>
    <message>
        <source>{count} were closed before.</source>
        <translation>以前已結案 {count} 件。</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>What is the member not content with?</source>
        <translation>會員對什麼不滿意？</translation>
    </message>
    <message>
        <source>Give it to somebody</source>
        <translation>指派給同事</translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation>答覆</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>結案</translation>
    </message>
    <message>
        <source>Who sees to it?</source>
        <translation>由誰處理？</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已記錄</translation>
    </message>
    <message>
        <source>It stays on record with your name.</source>
        <translation>會連同您的姓名記錄在案。</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Stop fetching</source>
        <translation>停止下載</translation>
    </message>
    <message>
        <source>Head office makes a fresh list of the members. Selling goes on with the one here.</source>
        <translation>總部正在生成新的會員名冊，本機用現有名冊照常收銀。</translation>
    </message>
    <message>
        <source>A fresh list of the members: {done} of {total} MB. Selling goes on.</source>
        <translation>正在下載新的會員名冊：{done} / {total} MB，照常收銀。</translation>
    </message>
    <message>
        <source>The disk is too full for a fresh list of the members. Once there is room it comes by itself.</source>
        <translation>磁碟空間不足，放不下新的會員名冊；騰出空間後會自動下載。</translation>
    </message>
    <message>
        <source>Fetching the members was stopped at {done} of {total} MB. F12 goes on with it.</source>
        <translation>會員名冊下載已停在 {done} / {total} MB，按 F12 繼續。</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Count the drawer</source>
        <translation>清點錢箱</translation>
    </message>
    <message>
        <source>How many of each? Enter goes on to the next.</source>
        <translation>每種面額各有幾張？按 Enter 鍵到下一種。</translation>
    </message>
    <message>
        <source>Or only the sum</source>
        <translation>或只輸入總額</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>實點金額</translation>
    </message>
    <message>
        <source>Close shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>先不交班</translation>
    </message>
</context>
<context>
    <name>Coupon</name>
    <message>
        <source>Used: {saved} off</source>
        <translation>已使用，優惠 {saved}</translation>
    </message>
    <message>
        <source>Fits, but saves nothing beyond the offers used</source>
        <translation>可用，但不會比當前優惠更省</translation>
    </message>
    <message>
        <source>Kept for another time</source>
        <translation>留到下次用</translation>
    </message>
    <message>
        <source>Used only if the customer asks</source>
        <translation>顧客要求時才用</translation>
    </message>
    <message>
        <source>Not on this day or hour, or not for this member</source>
        <translation>當前時間或該會員不適用</translation>
    </message>
    <message>
        <source>None of its goods are in the basket</source>
        <translation>購物籃中沒有適用商品</translation>
    </message>
    <message>
        <source>{missing} more of its goods and it fits</source>
        <translation>再買 {missing} 適用商品即可使用</translation>
    </message>
    <message>
        <source>Not together with {by}</source>
        <translation>不能與「{by}」同時使用</translation>
    </message>
    <message>
        <source>Lies at head office or another till</source>
        <translation>在總部或其他收銀機</translation>
    </message>
    <message>
        <source>{name}: this till holds none; head office lends it when reached</source>
        <translation>{name}：本機暫無額度，聯絡上總部後即可使用</translation>
    </message>
    <message>
        <source>{name}: used up for this period</source>
        <translation>{name}：本期次數已用完</translation>
    </message>
    <message>
        <source>Coupons: {count}</source>
        <translation>優惠券 {count} 張</translation>
    </message>
</context>
<context>
    <name>CouponsDialog</name>
    <message>
        <source>Coupons</source>
        <translation>優惠券</translation>
    </message>
    <message>
        <source>The best of them is used by itself. Enter keeps one for another time, or uses it.</source>
        <translation>最優惠的券會自動使用。按 Enter 可保留某張券，或改為使用。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Use or keep</source>
        <translation>使用/保留</translation>
    </message>
    <message>
        <source>This coupon cannot be used now</source>
        <translation>這張券現在不能用</translation>
    </message>
    <message>
        <source>To use it, keep {by} first: choose that and press Enter.</source>
        <translation>想用這張，請先選「{by}」按 Enter 保留。</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>You save {amount}</source>
        <translation>為您節省 {amount}</translation>
    </message>
    <message>
        <source>Scan to pay {amount}</source>
        <translation>掃碼支付 {amount}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>還需付</translation>
    </message>
    <message>
        <source>Thank you, see you again!</source>
        <translation>謝謝光臨，歡迎再來！</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>歡迎您，{name}</translation>
    </message>
    <message>
        <source>For the customer</source>
        <translation>顧客螢幕</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎光臨</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>Set up</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Print a page</source>
        <translation>列印測試頁</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>開啟錢箱</translation>
    </message>
    <message>
        <source>Light it up</source>
        <translation>點亮試試</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>顯示試試</translation>
    </message>
    <message>
        <source>Try 0.01</source>
        <translation>試付 0.01</translation>
    </message>
    <message>
        <source>Try a scan</source>
        <translation>掃碼試試</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>on screen</source>
        <translation>螢幕模擬</translation>
    </message>
    <message>
        <source>network</source>
        <translation>網路</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>序列埠</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>系統印表機</translation>
    </message>
    <message>
        <source>device file</source>
        <translation>裝置檔案</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>Look for printers below, or choose one under Printer. Receipts are kept until then.</source>
        <translation>請在下方查詢印表機，或在「印表機」中選擇。此前的收據會保留。</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未設定</translation>
    </message>
    <message>
        <source>opened by hand</source>
        <translation>手動開啟</translation>
    </message>
    <message>
        <source>It hangs on the printer.</source>
        <translation>錢箱接在印表機上。</translation>
    </message>
    <message>
        <source>at the printer</source>
        <translation>接在印表機上</translation>
    </message>
    <message>
        <source>opens with the printer</source>
        <translation>由印表機開啟</translation>
    </message>
    <message>
        <source>opens when the printer is well</source>
        <translation>印表機恢復後才能開啟</translation>
    </message>
    <message>
        <source>not heard of yet</source>
        <translation>尚無訊息</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>in use; it cannot say how it is</source>
        <translation>使用中，印表機不報告狀態</translation>
    </message>
    <message>
        <source>Look at the paper now and then.</source>
        <translation>請時常看看紙卷。</translation>
    </message>
    <message>
        <source>Scanners and card readers that type</source>
        <translation>鍵盤式掃描器和讀卡器</translation>
    </message>
    <message>
        <source>keyboard, USB or Bluetooth</source>
        <translation>鍵盤口、USB 或藍牙</translation>
    </message>
    <message>
        <source>keyboard, begins with {prefix}</source>
        <translation>鍵盤式，字首 {prefix}</translation>
    </message>
    <message>
        <source>Pole display</source>
        <translation>客顯</translation>
    </message>
    <message>
        <source>off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>on a second screen</source>
        <translation>有第二螢幕時顯示</translation>
    </message>
    <message>
        <source>shown in a window</source>
        <translation>在視窗中顯示</translation>
    </message>
    <message>
        <source>Customer&apos;s screen</source>
        <translation>顧客螢幕</translation>
    </message>
    <message>
        <source>Payment: {tender}</source>
        <translation>支付：{tender}</translation>
    </message>
    <message>
        <source>set up</source>
        <translation>已設定</translation>
    </message>
    <message>
        <source>A cent is paid and given back to try it.</source>
        <translation>試付一分錢，隨即退回。</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>掃描器</translation>
    </message>
    <message>
        <source>Card reader (magnetic)</source>
        <translation>磁條讀卡器</translation>
    </message>
    <message>
        <source>Card reader (chip)</source>
        <translation>晶片讀卡器</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>等待掃碼</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>未接上</translation>
    </message>
    <message>
        <source>This user may not use the port: add them to its group (Linux: dialout).</source>
        <translation>當前使用者無權使用此埠：請加入相應使用者組（Linux：dialout）。</translation>
    </message>
    <message>
        <source>Another program has the port open: close it.</source>
        <translation>埠被其他程式佔用：請關閉該程式。</translation>
    </message>
    <message>
        <source>Is the cable in? It is found again by itself; another port is chosen under Set up.</source>
        <translation>線插好了嗎？插好後會自動恢復；換了埠請點「設定」重新選擇。</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Scan or swipe something with: {device}</source>
        <translation>請用此裝置掃碼或刷卡：{device}</translation>
    </message>
    <message>
        <source>It is shown below and sold nowhere.</source>
        <translation>結果顯示在下方，不會加入銷售。</translation>
    </message>
    <message>
        <source>Compare what was read with what is printed on the code or card.</source>
        <translation>請核對讀到的內容與條碼或卡面上的號碼。</translation>
    </message>
    <message>
        <source>{device}: heard</source>
        <translation>{device}：已收到</translation>
    </message>
    <message>
        <source>Is it plugged in and lit? One that types must send Enter after each code; one on a cable needs the right port and baud under Set up.</source>
        <translation>插好並亮燈了嗎？鍵盤式裝置須在每個碼後傳送 Enter 鍵；序列埠裝置請點「設定」核對埠和波特率。</translation>
    </message>
    <message>
        <source>{device}: nothing was heard</source>
        <translation>{device}：沒有收到任何內容</translation>
    </message>
    <message>
        <source>Trying the printer …</source>
        <translation>正在測試印表機…</translation>
    </message>
    <message>
        <source>Taking 0.01 …</source>
        <translation>正在試收 0.01 元…</translation>
    </message>
    <message>
        <source>Pay it as a customer would.</source>
        <translation>請像顧客一樣付款。</translation>
    </message>
    <message>
        <source>If it does not: is its cable in, does the port and the model under Set up fit?</source>
        <translation>如果沒有：線插好了嗎？「設定」裡的埠和型號對嗎？</translation>
    </message>
    <message>
        <source>The display shows 88888.88 for some seconds</source>
        <translation>客顯顯示 88888.88 幾秒鐘</translation>
    </message>
    <message>
        <source>If it stands on the wrong screen: change the order of the screens in the system.</source>
        <translation>如果顯示在另一塊螢幕上，請在系統裡調換螢幕順序。</translation>
    </message>
    <message>
        <source>The customer&apos;s screen shows 88.88 and a code</source>
        <translation>顧客螢幕顯示 88.88 和一個 QR 碼</translation>
    </message>
    <message>
        <source>Plug it in and switch it on; it is found by itself. Or show it in a window: Set up.</source>
        <translation>請接上並開啟第二塊螢幕，會自動找到；也可在「設定」裡改為視窗顯示。</translation>
    </message>
    <message>
        <source>There is no second screen</source>
        <translation>沒有第二塊螢幕</translation>
    </message>
    <message>
        <source>The device could not be asked</source>
        <translation>無法查詢裝置</translation>
    </message>
    <message>
        <source>Devices of this till</source>
        <translation>本機裝置</translation>
    </message>
    <message>
        <source>Try each once after it was set up. Any may be unplugged.</source>
        <translation>設定後請逐個試一次。裝置可隨時插拔。</translation>
    </message>
</context>
<context>
    <name>DonePage</name>
    <message>
        <source>Paid</source>
        <translation>收款完成</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>補打收據</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>禮品收據</translation>
    </message>
    <message>
        <source>Next customer</source>
        <translation>下一位</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>No change</source>
        <translation>無需找零</translation>
    </message>
    <message>
        <source>Due {due} · paid {paid}</source>
        <translation>應收 {due} · 實收 {paid}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>收據 {number}</translation>
    </message>
    <message>
        <source>{points} points earned</source>
        <translation>本次點數 {points}</translation>
    </message>
    <message>
        <source>This purchase lifts to {tier}: points by it already, prices from the next one on.</source>
        <translation>本單升級為{tier}：點數已按新等級計，價格從下一單起。</translation>
    </message>
    <message>
        <source>This purchase lifts to {tier}: it counts from the next one on.</source>
        <translation>本單升級為{tier}：從下一單起按新等級算。</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>{name} (comes with membertill)</source>
        <translation>{name}（軟體自帶）</translation>
    </message>
    <message>
        <source>Playing the sales again: {percent} %</source>
        <translation>正在重新計算銷售：{percent} %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，沒有寫入任何內容。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……還有 {count} 處</translation>
    </message>
    <message>
        <source>Try a draft of the programme</source>
        <translation>試算會員方案草稿</translation>
    </message>
    <message>
        <source>The real sales of this till are played again under it. Nothing is written; the till sells on.</source>
        <translation>用草稿把本機的真實銷售重新計算一遍。不寫入任何內容，收銀照常進行。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Sales of the last</source>
        <translation>最近的銷售</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>開始試算</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What would have been different</source>
        <translation>會有什麼不同</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>專案</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>變化</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>實際</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>草稿下</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差額</translation>
    </message>
    <message>
        <source>The receipts that change most</source>
        <translation>變化最大的收據</translation>
    </message>
    <message>
        <source>Before these days a member&apos;s tier and spend are taken as known; coupons that were used count as held. Cost prices are not known here, so this is no margin.</source>
        <translation>這段時間之前，按會員已知的等級和消費計算；用過的券視為持有。這裡沒有進價，所以不是毛利。</translation>
    </message>
    <message>
        <source>{name} (this shop&apos;s, {file})</source>
        <translation>{name}（本店，{file}）</translation>
    </message>
    <message>
        <source>Put your own drafts into {folder}; docs/programme-format.md says how they are written.</source>
        <translation>請把自己的草稿放到 {folder}，寫法見 docs/programme-format.md。</translation>
    </message>
    <message>
        <source>{sales} sales, {members} members</source>
        <translation>{sales} 筆銷售，{members} 位會員</translation>
    </message>
    <message>
        <source>Looked at, since {day}</source>
        <translation>自 {day} 起，共計算</translation>
    </message>
    <message>
        <source>Given away beyond today</source>
        <translation>比現在多讓利</translation>
    </message>
    <message>
        <source>Points that members would hold more</source>
        <translation>會員多得點數</translation>
    </message>
    <message>
        <source>Stored value that is owed more</source>
        <translation>多出的儲值負債</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} 位會員</translation>
    </message>
    <message>
        <source>Members in another tier</source>
        <translation>等級變動的會員</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>no tier</source>
        <translation>無等級</translation>
    </message>
</context>
<context>
    <name>EmptyBasket</name>
    <message>
        <source>Ready for the next customer</source>
        <translation>請接待下一位顧客</translation>
    </message>
    <message>
        <source>Scan goods or a member&apos;s card; type 3* first for three of it.</source>
        <translation>掃商品或會員卡；先輸入 3* 表示三件。</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>還沒有開班</translation>
    </message>
    <message>
        <source>F9 opens one; what is scanned meanwhile stays in the basket.</source>
        <translation>按 F9 開班；先掃的商品會留在購物籃裡。</translation>
    </message>
    <message>
        <source>This till has no goods yet</source>
        <translation>本機還沒有商品</translation>
    </message>
    <message>
        <source>A chain&apos;s goods come from head office. In a single shop whoever set this till up loads its list.</source>
        <translation>連鎖店的商品由總部下發；單店請由安裝本機的人員匯入商品資料。</translation>
    </message>
    <message>
        <source>Last sale {number}: {total}, change {change}</source>
        <translation>上一筆 {number}：{total}，找零 {change}</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Head office refuses: {reason}</source>
        <translation>總部拒絕：{reason}</translation>
    </message>
    <message>
        <source>Head office writes this till off first, then makes a new code.</source>
        <translation>請總部先核銷本收銀機，再生成新的登記碼。</translation>
    </message>
    <message>
        <source>Head office cannot be reached.</source>
        <translation>無法連線總部。</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the line and try again.</source>
        <translation>未作任何更改。請檢查網路後重試。</translation>
    </message>
    <message>
        <source>This is not the whole line.</source>
        <translation>這一行不完整。</translation>
    </message>
    <message>
        <source>It begins with https:// and holds a code and a long fingerprint.</source>
        <translation>它以 https:// 開頭，包含登記碼和一長串指紋。</translation>
    </message>
    <message>
        <source>A shift is open.</source>
        <translation>當前班次未交班。</translation>
    </message>
    <message>
        <source>Close the shift, then enrol again; receipts begin at 1.</source>
        <translation>請先交班，再重新登記；收據號將從 1 開始。</translation>
    </message>
    <message>
        <source>Head office does not have every sale of this till yet.</source>
        <translation>本機仍有銷售未上傳總部。</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again in a minute.</source>
        <translation>未作任何更改。請稍後再試。</translation>
    </message>
    <message>
        <source>Head office knows this till and lends to it.</source>
        <translation>總部認識本收銀機，額度正常。</translation>
    </message>
    <message>
        <source>There is nothing to enrol again.</source>
        <translation>無需重新登記。</translation>
    </message>
    <message>
        <source>This till belongs to no chain.</source>
        <translation>本收銀機不屬於任何連鎖。</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol this till again</source>
        <translation>重新登記本收銀機</translation>
    </message>
    <message>
        <source>Everything it has goes to head office first. Then it begins anew: no value is lent to it, and receipts begin at 1. The shift must be closed.</source>
        <translation>先把本機的全部資料上傳總部，然後重新開始：本機不再持有儲值額度，收據號從 1 開始。須先交班。</translation>
    </message>
    <message>
        <source>Line of head office</source>
        <translation>總部給出的整行登記碼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>重新登記</translation>
    </message>
    <message>
        <source>Asking head office …</source>
        <translation>正在聯絡總部……</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>操作未成功。</translation>
    </message>
    <message>
        <source>Nothing was changed. Call support if it stays so.</source>
        <translation>未作任何更改。若仍如此，請聯絡技術支援。</translation>
    </message>
</context>
<context>
    <name>FetchDialog</name>
    <message>
        <source>Receipt {number} is of another till</source>
        <translation>收據 {number} 來自另一台收銀機</translation>
    </message>
    <message>
        <source>Refund all the same</source>
        <translation>仍然退貨</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>不等了</translation>
    </message>
    <message>
        <source>The till that sold it is asked to hand the refund over: it is made once only.</source>
        <translation>正在請原收銀機移交退貨：只退一次。</translation>
    </message>
    <message>
        <source>Head office looks for the sale.</source>
        <translation>總部正在查詢這筆銷售。</translation>
    </message>
    <message>
        <source>The till that sold it does not answer; it may be switched off. A manager may refund a small sum all the same. If it was refunded there as well, the shop bears it.</source>
        <translation>原收銀機沒有回應，可能已關機。店長可以仍然退一筆小額；如果那邊也退了，由店裡承擔。</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Sales</source>
        <translation>銷售</translation>
    </message>
    <message>
        <source>Tenders</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>儲值</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>錢箱</translation>
    </message>
    <message>
        <source>Tax inside</source>
        <translation>含稅</translation>
    </message>
    <message>
        <source>Sales ({count})</source>
        <translation>銷售（{count} 筆）</translation>
    </message>
    <message>
        <source>Refunds ({count})</source>
        <translation>退貨（{count} 筆）</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>淨額</translation>
    </message>
    <message>
        <source>Savings given</source>
        <translation>優惠合計</translation>
    </message>
    <message>
        <source>Receipt numbers</source>
        <translation>單號範圍</translation>
    </message>
    <message>
        <source>Grand total of this till</source>
        <translation>本機累計總額</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>還沒有</translation>
    </message>
    <message>
        <source>Top-ups ({count})</source>
        <translation>加值（{count}）</translation>
    </message>
    <message>
        <source>Paid out ({count})</source>
        <translation>退款（{count}）</translation>
    </message>
    <message>
        <source>Transfers ({count})</source>
        <translation>轉贈（{count}）</translation>
    </message>
    <message>
        <source>Services ({count})</source>
        <translation>會員權益（{count}）</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>備用金</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>現金收款</translation>
    </message>
    <message>
        <source>Cash for stored value</source>
        <translation>儲值現金</translation>
    </message>
    <message>
        <source>Paid in</source>
        <translation>存入</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>取出</translation>
    </message>
    <message>
        <source>Should be in the drawer</source>
        <translation>應有現金</translation>
    </message>
    <message>
        <source>Opened without a sale</source>
        <translation>非銷售開箱</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Ask {name}</source>
        <translation>回訪 {name}</translation>
    </message>
    <message>
        <source>What was said stays on record with your name.</source>
        <translation>回訪內容會連同您的姓名記錄在案。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事項</translation>
    </message>
    <message>
        <source>Due since</source>
        <translation>應回訪日</translation>
    </message>
    <message>
        <source>What the member said</source>
        <translation>會員怎麼說</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>Asked, tick off</source>
        <translation>已回訪</translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message>
        <source>{asked} of {total} addresses asked …</source>
        <translation>已查詢 {total} 個地址中的 {asked} 個…</translation>
    </message>
    <message>
        <source>No printer answered in the network. Is it switched on and plugged in?</source>
        <translation>網路中沒有印表機應答。印表機開機並接好網線了嗎？</translation>
    </message>
    <message>
        <source>Found here</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Choose what belongs to this till; F12 saves, and it is in use at once.</source>
        <translation>請選擇屬於本機的裝置；按 F12 儲存後立即生效。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查詢</translation>
    </message>
    <message>
        <source>Search the network for printers</source>
        <translation>在網路中查詢印表機</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Printer {address}</source>
        <translation>印表機 {address}</translation>
    </message>
    <message>
        <source>Print here</source>
        <translation>用它列印</translation>
    </message>
    <message>
        <source>Serial port {port}</source>
        <translation>序列埠 {port}</translation>
    </message>
    <message>
        <source>Scanner is here</source>
        <translation>掃描器接在這裡</translation>
    </message>
    <message>
        <source>Nothing but the keyboard was found.</source>
        <translation>除鍵盤外沒有找到其他裝置。</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Leave this basket?</source>
        <translation>放下這一單？</translation>
    </message>
    <message>
        <source>Goods for {total} lie in it. Clearing it stays on record.</source>
        <translation>購物籃裡有 {total} 的商品。清空會留下記錄。</translation>
    </message>
    <message>
        <source>Go on selling</source>
        <translation>繼續收銀</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
</context>
<context>
    <name>HeardCard</name>
    <message>
        <source>What is heard now</source>
        <translation>現在收到的內容</translation>
    </message>
    <message>
        <source>Scan or swipe anything: it is shown here and sold nowhere. Bank cards show nothing.</source>
        <translation>隨意掃碼或刷卡：只在這裡顯示，不會加入銷售。銀行卡不顯示任何內容。</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>還沒有收到。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含義</translation>
    </message>
    <message>
        <source>From</source>
        <translation>來自</translation>
    </message>
    <message>
        <source>After</source>
        <translation>間隔</translation>
    </message>
    <message>
        <source>The newest, byte by byte (hex): {sent}</source>
        <translation>最新一條的原始位元組（十六進位制）：{sent}</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>鍵盤</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
    </message>
</context>
<context>
    <name>HeldDialog</name>
    <message>
        <source>Baskets on hold</source>
        <translation>掛單列表</translation>
    </message>
    <message>
        <source>No basket is on hold</source>
        <translation>沒有掛單</translation>
    </message>
    <message>
        <source>F7 with goods in the basket sets it aside.</source>
        <translation>購物籃有商品時按 F7 即可掛單。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序號</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>顧客</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>商品行</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>時間</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a chain with everything this shop has?</source>
        <translation>帶上本店全部資料加入連鎖？</translation>
    </message>
    <message>
        <source>The till closes for some minutes and opens again afterwards. Members, the money owed to them and every sale go to the chain&apos;s head office, which from then on decides goods, programme and people. Until it has everything nothing is changed; after that it cannot be undone. You need the line that head office prints.</source>
        <translation>收銀機會關閉幾分鐘，完成後自動重新開啟。會員、會員餘額和全部銷售都會交給連鎖總部，此後商品、方案和人員由總部決定。總部收齊之前不作任何改動；收齊之後不能撤回。請準備好總部給出的整行登記碼。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暫不加入</translation>
    </message>
    <message>
        <source>Close the till and join</source>
        <translation>關閉收銀機並加入</translation>
    </message>
    <message>
        <source>A shift is open.</source>
        <translation>當前班次未交班。</translation>
    </message>
    <message>
        <source>Close it first, so that every sale goes along.</source>
        <translation>請先交班，讓每一筆銷售都一併帶走。</translation>
    </message>
    <message>
        <source>A manager does this.</source>
        <translation>需由店長操作。</translation>
    </message>
    <message>
        <source>Have one sign on.</source>
        <translation>請店長登入後再試。</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Join a chain with everything this shop has</source>
        <translation>帶上本店全部資料加入連鎖</translation>
    </message>
    <message>
        <source>Members, the money owed to them, and every sale go to the chain&apos;s head office; what lies here stays here. From then on it decides goods, programme and people. It cannot be undone. Head office makes the code with &apos;membertill-office enrol-code&apos;: for one shop, good for 15 minutes.</source>
        <translation>會員、會員餘額和全部銷售都會交給連鎖總部，本機的額度仍留在本機。此後商品、方案和人員由總部決定，且不能撤回。登記碼由總部用「membertill-office enrol-code」生成：只供一家門市使用，15 分鐘內有效。</translation>
    </message>
    <message>
        <source>This shop is joining</source>
        <translation>本店正在加入連鎖</translation>
    </message>
    <message>
        <source>Until the chain has everything nothing is changed. Broken off, it can be begun again and goes on where it was.</source>
        <translation>總部收齊之前不作任何改動。中途停止後可以重新開始，從斷處繼續。</translation>
    </message>
    <message>
        <source>This shop belongs to the chain</source>
        <translation>本店已加入連鎖</translation>
    </message>
    <message>
        <source>Open the till and go on selling; goods and people come in the next minutes.</source>
        <translation>開啟收銀機即可繼續銷售；商品和人員會在幾分鐘內下發。</translation>
    </message>
    <message>
        <source>The shop&apos;s own books are brought up to date</source>
        <translation>補齊本店帳目</translation>
    </message>
    <message>
        <source>The whole history is written into one file</source>
        <translation>把全部歷史寫成一個檔案</translation>
    </message>
    <message>
        <source>It is sent, and the chain proves it</source>
        <translation>傳送並由總部核對</translation>
    </message>
    <message>
        <source>A shift is open</source>
        <translation>當前班次未交班</translation>
    </message>
    <message>
        <source>Open the till, close the shift, and begin again.</source>
        <translation>請開啟收銀機交班後重新開始。</translation>
    </message>
    <message>
        <source>The shop&apos;s own books are not complete yet</source>
        <translation>本店帳目尚未補齊</translation>
    </message>
    <message>
        <source>Open the till for a minute, then begin again. Nothing was changed.</source>
        <translation>請開啟收銀機等一分鐘再重新開始。未作任何改動。</translation>
    </message>
    <message>
        <source>The history could not be written</source>
        <translation>歷史檔案無法寫出</translation>
    </message>
    <message>
        <source>Nothing was changed. Is there room on the disk? If it stays so, call support.</source>
        <translation>未作任何改動。請檢查磁碟空間；仍不行請聯絡技術支援。</translation>
    </message>
    <message>
        <source>Something was sold meanwhile</source>
        <translation>期間又有銷售</translation>
    </message>
    <message>
        <source>Begin again; the till stays closed until it is through.</source>
        <translation>請重新開始；完成之前收銀機保持關閉。</translation>
    </message>
    <message>
        <source>Broken off, and nothing was changed</source>
        <translation>已停止，未作任何改動</translation>
    </message>
    <message>
        <source>Enter goes on where it was; Esc opens the till as it is.</source>
        <translation>按 Enter 鍵從斷處繼續；按 Esc 照原樣開啟收銀機。</translation>
    </message>
    <message>
        <source>The shop&apos;s data cannot be used now</source>
        <translation>暫時無法使用本店資料</translation>
    </message>
    <message>
        <source>Nothing was changed. If it stays so, call support: {detail}.</source>
        <translation>未作任何改動。仍不行請聯絡技術支援：{detail}。</translation>
    </message>
</context>
<context>
    <name>JoiningWindow</name>
    <message>
        <source>It is being broken off …</source>
        <translation>正在停止……</translation>
    </message>
    <message>
        <source>Nothing is changed by that.</source>
        <translation>停止不會改動任何資料。</translation>
    </message>
    <message>
        <source>Till {till} of {shop}</source>
        <translation>收銀機 {till} · {shop}</translation>
    </message>
    <message>
        <source>This till&apos;s key: {key}. Head office lists the same.</source>
        <translation>本機金鑰：{key}，應與總部列出的一致。</translation>
    </message>
    <message>
        <source>Break it off</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open the till as it is</source>
        <translation>照原樣開啟收銀機</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>開啟收銀機</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
</context>
<context>
    <name>KindPage</name>
    <message>
        <source>One shop</source>
        <translation>單店</translation>
    </message>
    <message>
        <source>One till with its head office inside; it needs no network.</source>
        <translation>一台收銀機，自帶總部，不需要網路。</translation>
    </message>
    <message>
        <source>A till of a chain</source>
        <translation>連鎖店的一台收銀機</translation>
    </message>
    <message>
        <source>Members and their cards are shared with other tills.</source>
        <translation>會員和會員卡與其他收銀機共用。</translation>
    </message>
</context>
<context>
    <name>LabelRow</name>
    <message>
        <source>Begins with</source>
        <translation>開頭</translation>
    </message>
    <message>
        <source>The value is</source>
        <translation>數值是</translation>
    </message>
    <message>
        <source>the weight in grams</source>
        <translation>重量（克）</translation>
    </message>
    <message>
        <source>the price in fen</source>
        <translation>金額（分）</translation>
    </message>
</context>
<context>
    <name>ListDialog</name>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>LookPage</name>
    <message>
        <source>Language and look</source>
        <translation>語言與外觀</translation>
    </message>
    <message>
        <source>In force as soon as you save; nothing restarts.</source>
        <translation>儲存後立即生效，不用重啟。</translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation>鎖定螢幕</translation>
    </message>
    <message>
        <source>The basket stays as it is while the till is locked.</source>
        <translation>鎖定螢幕時購物籃保持原樣。</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>介面語言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主題</translation>
    </message>
    <message>
        <source>Lock when nobody has touched the till for</source>
        <translation>無人操作多久後鎖定螢幕</translation>
    </message>
    <message>
        <source>Window; Alt+Enter changes it at any time</source>
        <translation>視窗（隨時按 Alt+Enter 切換）</translation>
    </message>
    <message>
        <source>With title bar</source>
        <translation>帶標題欄</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全螢幕</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>輕</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>響</translation>
    </message>
    <message>
        <source>For the customer</source>
        <translation>顧客螢幕</translation>
    </message>
    <message>
        <source>Goods, reasons, sum, codes to pay; the pictures of the folder &apos;pictures&apos; in between.</source>
        <translation>商品、優惠原因、合計和付款碼；空閒時放映資料夾「pictures」裡的圖片。</translation>
    </message>
    <message>
        <source>The customer sees it</source>
        <translation>顧客看到它</translation>
    </message>
    <message>
        <source>On a second screen</source>
        <translation>在第二塊螢幕上</translation>
    </message>
    <message>
        <source>In a window</source>
        <translation>在一個視窗裡</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不顯示</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>淺色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分鐘</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>從不</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The pole display is gone</source>
        <translation>顧客顯示牌不見了</translation>
    </message>
    <message>
        <source>Selling goes on. Plug it in; it comes back by itself.</source>
        <translation>照常銷售；插好後會自動恢復。</translation>
    </message>
    <message>
        <source>In the basket now: {amount}</source>
        <translation>已加入購物籃，合計 {amount}</translation>
    </message>
    <message>
        <source>The till is locked; this scan was not taken</source>
        <translation>已鎖定螢幕，這次掃碼沒有收下</translation>
    </message>
    <message>
        <source>Sign on, then scan again.</source>
        <translation>請登入後重新掃碼。</translation>
    </message>
    <message>
        <source>Not known here: head office is asked</source>
        <translation>本機查無此會員，正在向總部查詢</translation>
    </message>
    <message>
        <source>The printer needs a hand; the receipt waits and prints by itself.</source>
        <translation>印表機需要處理；收據已排隊，恢復後自動列印。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The clock is confirmed; stored value moves again</source>
        <translation>時鐘已確認，儲值恢復使用</translation>
    </message>
</context>
<context>
    <name>Member</name>
    <message>
        <source>Stored value</source>
        <translation>儲值本金</translation>
    </message>
    <message>
        <source>Bonus value</source>
        <translation>贈送金額</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>wants messages</source>
        <translation>願收訊息</translation>
    </message>
    <message>
        <source>no messages</source>
        <translation>不收訊息</translation>
    </message>
    <message>
        <source>shares data with partners</source>
        <translation>同意與合作商戶共享</translation>
    </message>
    <message>
        <source>no data to partners</source>
        <translation>不與合作商戶共享</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已凍結</translation>
    </message>
    <message>
        <source>Reported lost</source>
        <translation>已掛失</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已補換</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
</context>
<context>
    <name>MemberFormDialog</name>
    <message>
        <source>{what}. {remedy}</source>
        <translation>{what}。{remedy}</translation>
    </message>
    <message>
        <source>Open {name}</source>
        <translation>開啟 {name}</translation>
    </message>
    <message>
        <source>Nobody is sure to be meant.</source>
        <translation>不能確定是哪位會員。</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>推薦人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Birthday, as 19900213 (may be empty)</source>
        <translation>生日，如 19900213（可不填）</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>未說明</translation>
    </message>
    <message>
        <source>Female</source>
        <translation>女</translation>
    </message>
    <message>
        <source>Male</source>
        <translation>男</translation>
    </message>
    <message>
        <source>Card handed out: swipe or scan it</source>
        <translation>發放的卡：刷卡或掃碼</translation>
    </message>
    <message>
        <source>Their phone or card</source>
        <translation>推薦人的手機號或卡</translation>
    </message>
    <message>
        <source>Offers and greetings to the phone</source>
        <translation>接收優惠與問候簡訊</translation>
    </message>
    <message>
        <source>Data shared with partners</source>
        <translation>與合作商戶共享資料</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未詢問</translation>
    </message>
    <message>
        <source>Agrees</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Declines</source>
        <translation>不同意</translation>
    </message>
    <message>
        <source>Gender</source>
        <translation>性別</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>專屬顧問</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新會員</translation>
    </message>
    <message>
        <source>Change the profile</source>
        <translation>修改資料</translation>
    </message>
    <message>
        <source>Same person as …</source>
        <translation>同一個人…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>刪除資料</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登記</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>No coupons</source>
        <translation>無優惠券</translation>
    </message>
    <message>
        <source>Use points</source>
        <translation>點數抵現</translation>
    </message>
    <message>
        <source>Card ending in {digits}</source>
        <translation>尾號 {digits} 的卡</translation>
    </message>
    <message>
        <source>Tier until {day}</source>
        <translation>等級至 {day}</translation>
    </message>
    <message>
        <source>{points} not usable here</source>
        <translation>其中 {points} 本機不可用</translation>
    </message>
    <message>
        <source>No stored value</source>
        <translation>沒有儲值</translation>
    </message>
    <message>
        <source>{principal} + bonus {bonus}</source>
        <translation>本金 {principal} + 贈送 {bonus}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>Birthday this month</source>
        <translation>本月生日</translation>
    </message>
    <message>
        <source>Card rested {days} days</source>
        <translation>儲值 {days} 天未動</translation>
    </message>
    <message>
        <source>{amount} elsewhere</source>
        <translation>另有 {amount} 不在本機</translation>
    </message>
    <message>
        <source>Lies at head office or other tills; it cannot be spent here today.</source>
        <translation>這部分在總部或其他收銀機，今天不能在本機使用。</translation>
    </message>
    <message>
        <source>No member yet</source>
        <translation>尚未識別會員</translation>
    </message>
    <message>
        <source>Scan or swipe a card, or type the phone number</source>
        <translation>請掃碼、刷卡，或直接輸入手機號</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>查詢會員</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>加值</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>會員權益</translation>
    </message>
    <message>
        <source>Take the member off</source>
        <translation>取消本單會員</translation>
    </message>
    <message>
        <source>Stored value, usable here</source>
        <translation>儲值 · 本機可用</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Birthday today: congratulate {name}</source>
        <translation>今天是 {name} 的生日，記得祝福</translation>
    </message>
    <message>
        <source>Follow up: {due}</source>
        <translation>待回訪：{due}</translation>
    </message>
    <message>
        <source>Paid membership ends: {renewals}; offer to renew it</source>
        <translation>付費會員即將到期：{renewals}，可提醒續費</translation>
    </message>
    <message>
        <source>Prepaid and not used for {days} days: ask how it goes</source>
        <translation>儲值已 {days} 天未使用：問問近況</translation>
    </message>
</context>
<context>
    <name>MemberProfileView</name>
    <message>
        <source>No member chosen</source>
        <translation>還沒有選擇會員</translation>
    </message>
    <message>
        <source>Search on the left, or scan a card. Each look at a profile is recorded.</source>
        <translation>在左邊查詢，或刷會員卡。每次檢視檔案都會留下記錄。</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>會員卡</translation>
    </message>
    <message>
        <source>Bought at this till</source>
        <translation>本機消費</translation>
    </message>
    <message>
        <source>Card without a name</source>
        <translation>不記名卡</translation>
    </message>
    <message>
        <source>joined {day}</source>
        <translation>{day} 入會</translation>
    </message>
    <message>
        <source>last here {day}</source>
        <translation>上次到店 {day}</translation>
    </message>
    <message>
        <source>birthday {day}</source>
        <translation>生日 {day}</translation>
    </message>
    <message>
        <source>tier until {day}</source>
        <translation>等級至 {day}</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>已實名</translation>
    </message>
    <message>
        <source>looked after by {name}</source>
        <translation>專屬顧問 {name}</translation>
    </message>
    <message>
        <source>Birthday today</source>
        <translation>今天生日</translation>
    </message>
    <message>
        <source>Birthday this month</source>
        <translation>本月生日</translation>
    </message>
    <message>
        <source>The highest tier</source>
        <translation>已是最高等級</translation>
    </message>
    <message>
        <source>No card; the phone number is enough.</source>
        <translation>沒有卡，報手機號即可。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>還沒有。</translation>
    </message>
    <message>
        <source>{count} lines</source>
        <translation>{count} 行</translation>
    </message>
    <message>
        <source>refunded {amount}</source>
        <translation>已退 {amount}</translation>
    </message>
</context>
<context>
    <name>MembersScreen</name>
    <message>
        <source>Who is it?</source>
        <translation>查詢會員</translation>
    </message>
    <message>
        <source>Phone, its last four digits, name or pinyin initials – or swipe the card.</source>
        <translation>輸入手機號、後四位、姓名或拼音首字母，也可以刷卡。</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>沒有找到</translation>
    </message>
    <message>
        <source>Try the last four digits or fewer letters, or register them: F5.</source>
        <translation>可試手機後四位或少輸幾個字；新會員按 F5。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手機</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等級</translation>
    </message>
    <message>
        <source>{name} is in the register</source>
        <translation>{name} 已登記</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收銀</translation>
    </message>
    <message>
        <source>Phone, last four, name, initials, card</source>
        <translation>手機、後四位、姓名、首字母、卡號</translation>
    </message>
    <message>
        <source>Use for this sale</source>
        <translation>用於本單</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新會員</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>寵物</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>加值</translation>
    </message>
</context>
<context>
    <name>MoneyOut</name>
    <message>
        <source>How does the money go out?</source>
        <translation>怎樣退款？</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Call head office; with its code this till is enrolled again.</source>
        <translation>請聯絡總部，用總部給的登記碼重新登記本機。</translation>
    </message>
    <message>
        <source>Events that have not reached head office: {missing}</source>
        <translation>尚未上傳到總部的記錄：{missing} 條</translation>
    </message>
    <message>
        <source>They follow by themselves while the line is good.</source>
        <translation>網路正常時會自動上傳。</translation>
    </message>
    <message>
        <source>Head office was restored and still waits for other tills</source>
        <translation>總部已恢復，正在等待其他收銀機</translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>本機無需處理。</translation>
    </message>
    <message>
        <source>Another computer has spoken under this till&apos;s name</source>
        <translation>另一台電腦使用了本機的名稱</translation>
    </message>
    <message>
        <source>Find it and switch it off. Call head office: this till is then enrolled again.</source>
        <translation>請找到並關閉那台電腦，再聯絡總部重新登記本機。</translation>
    </message>
    <message>
        <source>This till has an old state: it was put back from a copy, or copied</source>
        <translation>本機資料是舊的：曾用備份恢復，或是複製來的</translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation>總部已停用本機的儲值</translation>
    </message>
    <message>
        <source>Shift {shift}: {figure} is {till} here and {office} at head office</source>
        <translation>第 {shift} 班：{figure}本機為 {till}，總部為 {office}</translation>
    </message>
    <message>
        <source>Keep the Z report and call support; &apos;membertill verify&apos; says what was changed.</source>
        <translation>請保留 Z 報表並聯絡技術支援；「membertill verify」 會指出被改動之處。</translation>
    </message>
    <message>
        <source>Lots of members&apos; value that are not alike: {count}</source>
        <translation>與總部不一致的會員額度批次：{count} 個</translation>
    </message>
    <message>
        <source>Call head office: these cards are looked at there. Selling goes on.</source>
        <translation>請聯絡總部核對這些卡；銷售不受影響。</translation>
    </message>
    <message>
        <source>This till&apos;s clock is wrong: {clock}</source>
        <translation>本機時鐘不準：{clock}</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, then let a manager confirm it here.</source>
        <translation>請校準這台電腦的時鐘，再由店長在本機確認。</translation>
    </message>
    <message>
        <source>Head office found something that this version cannot name</source>
        <translation>總部發現了本版本無法說明的差異</translation>
    </message>
    <message>
        <source>Update this till.</source>
        <translation>請升級本機程式。</translation>
    </message>
    <message>
        <source>the number of sales</source>
        <translation>銷售筆數</translation>
    </message>
    <message>
        <source>the number of refunds</source>
        <translation>退貨筆數</translation>
    </message>
    <message>
        <source>the number of top-ups and services</source>
        <translation>加值與權益筆數</translation>
    </message>
    <message>
        <source>the sum of sales</source>
        <translation>銷售金額</translation>
    </message>
    <message>
        <source>the sum of refunds</source>
        <translation>退貨金額</translation>
    </message>
    <message>
        <source>head office cannot read it</source>
        <translation>總部無法讀取</translation>
    </message>
    <message>
        <source>Update the program; then &apos;membertill office parked --retry {source}&apos; posts it.</source>
        <translation>請升級程式，再執行 「membertill office parked --retry {source}」 過帳。</translation>
    </message>
    <message>
        <source>another event has its number</source>
        <translation>另一條記錄用了相同的編號</translation>
    </message>
    <message>
        <source>Look at both receipts, then &apos;membertill office parked --close {source}&apos;.</source>
        <translation>請核對兩張收據，再執行 「membertill office parked --close {source}」。</translation>
    </message>
    <message>
        <source>its amounts do not fit the books</source>
        <translation>金額與帳不符</translation>
    </message>
    <message>
        <source>Call support, then &apos;membertill office parked --close {source}&apos;.</source>
        <translation>請聯絡技術支援，再執行 「membertill office parked --close {source}」。</translation>
    </message>
    <message>
        <source>And {count} more</source>
        <translation>另有 {count} 項</translation>
    </message>
    <message>
        <source>Checked {time}: till and head office have the same</source>
        <translation>{time} 夜間核對：本機與總部一致</translation>
    </message>
    <message>
        <source>Checked {time}: till and head office differ</source>
        <translation>{time} 夜間核對：本機與總部不一致</translation>
    </message>
    <message>
        <source>what was paid by {tender}</source>
        <translation>{tender} 收款</translation>
    </message>
    <message>
        <source>it has jumped</source>
        <translation>時間發生過跳變</translation>
    </message>
    <message>
        <source>{count} min fast</source>
        <translation>快 {count} 分鐘</translation>
    </message>
    <message>
        <source>{count} min slow</source>
        <translation>慢 {count} 分鐘</translation>
    </message>
    <message>
        <source>Kept and not posted since {time}: {why}</source>
        <translation>自 {time} 起待處理：{why}</translation>
    </message>
    <message>
        <source>what follows for the member went wrong</source>
        <translation>會員後續處理出錯</translation>
    </message>
    <message>
        <source>Update the program; then &apos;membertill office parked --retry {source}&apos;.</source>
        <translation>請升級程式，再執行 「membertill office parked --retry {source}」。</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on the receipt</source>
        <translation>收據備註</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>OpenShiftPanel</name>
    <message>
        <source>Open a shift</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>Count what lies in the drawer now. It is where this shift&apos;s cash begins.</source>
        <translation>點一點錢箱裡現在有多少現金，本班從這裡算起。</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>備用金</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>開班</translation>
    </message>
</context>
<context>
    <name>OperatorPage</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>PIN, four digits or more</source>
        <translation>密碼（至少四位數字）</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>再輸一次密碼</translation>
    </message>
</context>
<context>
    <name>OtherMemberDialog</name>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation>誰與 {name} 是同一個人？</translation>
    </message>
    <message>
        <source>Their phone, or swipe their card. Whoever has been a member for longer stays.</source>
        <translation>輸入對方手機號或刷對方的卡。入會較早的會員保留。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
</context>
<context>
    <name>OutcomePanel</name>
    <message>
        <source>Choose a service</source>
        <translation>請選擇要辦理的權益</translation>
    </message>
    <message>
        <source>What cannot be had now stands below, with the reason.</source>
        <translation>不能辦理的在下面，附有原因。</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>No prize this time</source>
        <translation>本次未中獎</translation>
    </message>
    <message>
        <source>{points} points were used. Hand over article {article}.</source>
        <translation>已用 {points} 點數，請交付禮品（貨號 {article}）。</translation>
    </message>
    <message>
        <source>{points} points were used. The slip is printing.</source>
        <translation>已使用 {points} 點數，正在列印憑條。</translation>
    </message>
    <message>
        <source>Noted. Head office posts what it brings; the slip is printing.</source>
        <translation>已登記，所得由總部入帳；正在列印憑條。</translation>
    </message>
    <message>
        <source>The slip is printing.</source>
        <translation>正在列印憑條。</translation>
    </message>
</context>
<context>
    <name>PayPage</name>
    <message>
        <source>Saved {amount}</source>
        <translation>已優惠 {amount}</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>待付</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Cash</source>
        <translation>現金收款</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Card needed</source>
        <translation>需要會員卡</translation>
    </message>
    <message>
        <source>Nothing there</source>
        <translation>沒有餘額</translation>
    </message>
    <message>
        <source>{amount} usable</source>
        <translation>可用 {amount}</translation>
    </message>
    <message>
        <source>{amount} more at head office</source>
        <translation>另有 {amount} 在總部，按儲值鍵申請</translation>
    </message>
    <message>
        <source>{amount} more, out of reach</source>
        <translation>另有 {amount} 在總部，暫時連不上</translation>
    </message>
    <message>
        <source>{amount} of stored value lies elsewhere</source>
        <translation>另有儲值 {amount} 不在本機</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>應收</translation>
    </message>
    <message>
        <source>Take the last payment back</source>
        <translation>退回上一筆</translation>
    </message>
    <message>
        <source>Amount handed over</source>
        <translation>收到金額</translation>
    </message>
</context>
<context>
    <name>PaybackDialog</name>
    <message>
        <source>Later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再試一次</translation>
    </message>
    <message>
        <source>A manager who has looked it up can close it:</source>
        <translation>店長查實後可以了結：</translation>
    </message>
    <message>
        <source>The customer has the money another way</source>
        <translation>顧客已用其他方式收到退款</translation>
    </message>
    <message>
        <source>The money goes back to the customer …</source>
        <translation>正在把錢退回給顧客…</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the money of payment {reference} is back with the customer. Try again: it goes back once only, however often it is asked for.</source>
        <translation>還不知道付款 {reference} 是否已退給顧客。請再試一次：無論試幾次，只會退一次。</translation>
    </message>
    <message>
        <source>The provider does not give payment {reference} back. Pay it back on the provider&apos;s own page or terminal; a manager closes it here then.</source>
        <translation>支付機構沒有退回付款 {reference}。請在其商戶後台或刷卡機上退款，再由店長在這裡了結。</translation>
    </message>
</context>
<context>
    <name>PaybackHost</name>
    <message>
        <source>The customer has it: the provider has confirmed.</source>
        <translation>支付機構已確認，款項已退給顧客。</translation>
    </message>
    <message>
        <source>{payback}: the customer has it another way</source>
        <translation>{payback}：顧客已用其他方式收到</translation>
    </message>
    <message>
        <source>{tender}: {amount} back</source>
        <translation>{tender}：退 {amount}</translation>
    </message>
</context>
<context>
    <name>PaymentDialog</name>
    <message>
        <source>Code on the customer&apos;s phone</source>
        <translation>顧客手機上的付款碼</translation>
    </message>
    <message>
        <source>Pay it back</source>
        <translation>退回給顧客</translation>
    </message>
    <message>
        <source>A manager who has looked it up can close it:</source>
        <translation>店長查實後可以了結：</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>沒有付款</translation>
    </message>
    <message>
        <source>The customer has it back already</source>
        <translation>款項已退給顧客</translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再問一次</translation>
    </message>
    <message>
        <source>Use for this sale</source>
        <translation>用於這一單</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以後再說</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>取消這筆支付</translation>
    </message>
    <message>
        <source>Scan the payment code on the customer&apos;s phone.</source>
        <translation>請掃描顧客手機上的付款碼。</translation>
    </message>
    <message>
        <source>Cancelling. Whether the customer was quicker is known in a moment.</source>
        <translation>正在取消，顧客是否已先付款，馬上就知道。</translation>
    </message>
    <message>
        <source>Asking what came of this payment …</source>
        <translation>正在查詢這筆支付的結果…</translation>
    </message>
    <message>
        <source>Nobody knows yet whether this was paid. Do not take it a second time this way: ask again, or look at the customer&apos;s phone. If it turns out paid, it can be used for the basket or paid back.</source>
        <translation>還不知道這筆錢是否已付。請不要用同樣方式再收一次：再問一次，或看看顧客的手機。若已付，可用於這一單或退回。</translation>
    </message>
    <message>
        <source>This was paid, and no sale has taken it.</source>
        <translation>這筆錢已付，但還沒有計入任何一單。</translation>
    </message>
    <message>
        <source>The money goes back to the customer …</source>
        <translation>正在把錢退回給顧客…</translation>
    </message>
    <message>
        <source>The customer scans this code with the phone.</source>
        <translation>請顧客用手機掃描此碼。</translation>
    </message>
    <message>
        <source>The customer pays on the terminal.</source>
        <translation>請顧客在刷卡機上付款。</translation>
    </message>
    <message>
        <source>The customer confirms on the phone.</source>
        <translation>請顧客在手機上確認。</translation>
    </message>
</context>
<context>
    <name>PaymentHost</name>
    <message>
        <source>{tender}: {amount}</source>
        <translation>{tender}：{amount}</translation>
    </message>
    <message>
        <source>{payment} was paid</source>
        <translation>{payment}，確認已付款</translation>
    </message>
    <message>
        <source>{payment} was not paid</source>
        <translation>{payment}，確認沒有付款</translation>
    </message>
    <message>
        <source>{payment} was paid back another way</source>
        <translation>{payment}，已用其他方式退還</translation>
    </message>
</context>
<context>
    <name>PaymentRow</name>
    <message>
        <source>Tender</source>
        <translation>付款方式</translation>
    </message>
    <message>
        <source>How the customer pays</source>
        <translation>顧客怎樣付款</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>閘道器地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>埠</translation>
    </message>
    <message>
        <source>Try with 0.01</source>
        <translation>試收 0.01 元</translation>
    </message>
    <message>
        <source>on a terminal</source>
        <translation>在刷卡機上</translation>
    </message>
    <message>
        <source>their phone is scanned</source>
        <translation>掃顧客的手機</translation>
    </message>
    <message>
        <source>they scan our code</source>
        <translation>顧客掃我們的碼</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>It was paid and goes back</source>
        <translation>已付款，隨即退回</translation>
    </message>
    <message>
        <source>Nobody knows what came of it</source>
        <translation>不知道結果如何</translation>
    </message>
    <message>
        <source>Look at the terminal or the phone.</source>
        <translation>請看看刷卡機或手機。</translation>
    </message>
    <message>
        <source>Nobody answers there</source>
        <translation>那裡沒有回應</translation>
    </message>
    <message>
        <source>Check address, port and line.</source>
        <translation>請檢查地址、埠和線路。</translation>
    </message>
    <message>
        <source>The gateway answers; it was not paid</source>
        <translation>閘道器有回應，但沒有付款</translation>
    </message>
    <message>
        <source>So the line is good.</source>
        <translation>線路是通的。</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Taking 0.01 …</source>
        <translation>正在試收 0.01 元…</translation>
    </message>
    <message>
        <source>Pay it as a customer would.</source>
        <translation>請像顧客一樣付款。</translation>
    </message>
    <message>
        <source>Save to use it.</source>
        <translation>儲存後啟用。</translation>
    </message>
    <message>
        <source>Payments outside the till</source>
        <translation>機外支付</translation>
    </message>
    <message>
        <source>A tender with a gateway is taken by it. For any other the cashier types the reference.</source>
        <translation>設了閘道器的付款方式由閘道器收款，其餘由收銀員輸入流水號。</translation>
    </message>
    <message>
        <source>None: the cashier types every reference.</source>
        <translation>沒有：流水號都由收銀員輸入。</translation>
    </message>
    <message>
        <source>Add a gateway</source>
        <translation>新增閘道器</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>PeoplePage</name>
    <message>
        <source>Your PIN is yours alone. Change one that somebody gave you, or that somebody may have seen.</source>
        <translation>密碼只歸您一人所有。別人給的密碼，或可能被人看到的密碼，請改掉。</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>修改我的密碼</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>sell</source>
        <translation>收銀</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>top up a card</source>
        <translation>加值</translation>
    </message>
    <message>
        <source>pay stored value out</source>
        <translation>退儲值</translation>
    </message>
    <message>
        <source>undo a service</source>
        <translation>撤銷會員權益</translation>
    </message>
    <message>
        <source>move stored value to another card</source>
        <translation>轉移儲值</translation>
    </message>
    <message>
        <source>freeze a card or report it lost</source>
        <translation>凍結或掛失卡</translation>
    </message>
    <message>
        <source>issue, replace or release a card</source>
        <translation>發卡、換卡或解凍</translation>
    </message>
    <message>
        <source>change a price</source>
        <translation>改價</translation>
    </message>
    <message>
        <source>take much stored value without a PIN</source>
        <translation>無密碼大額儲值支付</translation>
    </message>
    <message>
        <source>take goods back after the time for it</source>
        <translation>逾期退換貨</translation>
    </message>
    <message>
        <source>sell against a sale rule</source>
        <translation>不按銷售規則售賣</translation>
    </message>
    <message>
        <source>open the drawer</source>
        <translation>開啟錢箱</translation>
    </message>
    <message>
        <source>put cash in or take it out</source>
        <translation>存取現金</translation>
    </message>
    <message>
        <source>open a shift</source>
        <translation>開班</translation>
    </message>
    <message>
        <source>close the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>read the X report</source>
        <translation>檢視 X 報表</translation>
    </message>
    <message>
        <source>look at members</source>
        <translation>檢視會員</translation>
    </message>
    <message>
        <source>register and change members</source>
        <translation>登記和修改會員</translation>
    </message>
    <message>
        <source>refund another till&apos;s sale without its word</source>
        <translation>未經原收銀機確認退貨</translation>
    </message>
    <message>
        <source>merge and erase members</source>
        <translation>合併和刪除會員</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>更改設定</translation>
    </message>
    <message>
        <source>confirm the clock</source>
        <translation>確認時鐘</translation>
    </message>
    <message>
        <source>say how a payment ended</source>
        <translation>確認付款結果</translation>
    </message>
</context>
<context>
    <name>PersonTasks</name>
    <message>
        <source>Forget who {name} is; value and cards stay</source>
        <translation>刪除 {name} 的個人資料；儲值和卡保留</translation>
    </message>
    <message>
        <source>{name} is forgotten here, and at head office once it has heard</source>
        <translation>{name} 的資料已在本機刪除，總部收到後同樣刪除</translation>
    </message>
    <message>
        <source>{gone} ends in {kept} once head office has heard</source>
        <translation>總部收到後，{gone} 併入 {kept}</translation>
    </message>
    <message>
        <source>{gone} is {kept}: cards, value and history go there</source>
        <translation>{gone} 就是 {kept}：卡、儲值和歷史並過去</translation>
    </message>
</context>
<context>
    <name>PetDialog</name>
    <message>
        <source>New pet</source>
        <translation>新寵物</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>叫什麼名字？</translation>
    </message>
</context>
<context>
    <name>PetTasks</name>
    <message>
        <source>New pet</source>
        <translation>新寵物</translation>
    </message>
    <message>
        <source>Pets of {name}</source>
        <translation>{name}的寵物</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Which one?</source>
        <translation>請選擇</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>選定</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Change your PIN</source>
        <translation>修改密碼</translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation>當前密碼</translation>
    </message>
    <message>
        <source>New PIN, four digits or more</source>
        <translation>新密碼（至少四位數字）</translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation>再輸一次新密碼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>修改密碼</translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Points off the bill</source>
        <translation>點數抵現</translation>
    </message>
    <message>
        <source>{points} points are worth {worth}; {usable} can be used here.</source>
        <translation>每 {points} 點數抵 {worth}，本機可用 {usable}。</translation>
    </message>
    <message>
        <source>{points} more lie at head office or other tills.</source>
        <translation>另有 {points} 在總部或其他收銀機。</translation>
    </message>
    <message>
        <source>Points, at most {most}</source>
        <translation>使用點數，最多 {most}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>No points</source>
        <translation>不用點數</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>{points} points: {worth} off</source>
        <translation>{points} 點數，抵 {worth}</translation>
    </message>
    <message>
        <source>This bill takes at most {most} points</source>
        <translation>本單最多可用 {most} 點數</translation>
    </message>
    <message>
        <source>Type fewer, or leave the number as it was.</source>
        <translation>請少輸一些，或保留原來的數。</translation>
    </message>
    <message>
        <source>So few points are worth nothing yet</source>
        <translation>點數太少，還不能抵現</translation>
    </message>
    <message>
        <source>Points are taken in steps of {points}.</source>
        <translation>點數須按 {points} 的倍數使用。</translation>
    </message>
</context>
<context>
    <name>Pole</name>
    <message>
        <source>Welcome</source>
        <translation>歡迎光臨</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
</context>
<context>
    <name>PoleFields</name>
    <message>
        <source>Pole display on serial port</source>
        <translation>顧客顯示牌接在序列埠</translation>
    </message>
    <message>
        <source>Model of the display</source>
        <translation>顯示牌型號</translation>
    </message>
    <message>
        <source>None</source>
        <translation>沒有</translation>
    </message>
    <message>
        <source>{port} (not plugged in)</source>
        <translation>{port}（未插上）</translation>
    </message>
</context>
<context>
    <name>PriceDialog</name>
    <message>
        <source>Change the price</source>
        <translation>改價</translation>
    </message>
    <message>
        <source>{name}: listed at {price}</source>
        <translation>{name}：原價 {price}</translation>
    </message>
    <message>
        <source>New price a piece or kilogram</source>
        <translation>新的單價（每件或每公斤）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>恢復原價</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>That is no amount</source>
        <translation>這不是金額</translation>
    </message>
    <message>
        <source>Type it like 12.50.</source>
        <translation>請按 12.50 這樣輸入。</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>The printer is ready</source>
        <translation>印表機正常</translation>
    </message>
    <message>
        <source>Look at the page: all characters whole, the paper cut, the drawer open?</source>
        <translation>請看測試頁：字是否完整、紙是否切斷、錢箱是否彈開？</translation>
    </message>
    <message>
        <source>The paper is nearly at its end</source>
        <translation>紙快用完了</translation>
    </message>
    <message>
        <source>Keep a new roll ready.</source>
        <translation>請準備好新紙卷。</translation>
    </message>
    <message>
        <source>The printer is out of paper</source>
        <translation>印表機沒有紙了</translation>
    </message>
    <message>
        <source>Put in a new roll; waiting slips print by themselves.</source>
        <translation>裝上新紙卷，排隊的收據會自動列印。</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open</source>
        <translation>印表機蓋沒有合上</translation>
    </message>
    <message>
        <source>Close it; waiting slips print by themselves.</source>
        <translation>合上蓋子，排隊的收據會自動列印。</translation>
    </message>
    <message>
        <source>The printer cannot be reached</source>
        <translation>連不上印表機</translation>
    </message>
    <message>
        <source>Is it switched on, is the cable in, is the address right?</source>
        <translation>請檢查電源、連線和地址。</translation>
    </message>
    <message>
        <source>The printer did not answer in time</source>
        <translation>印表機沒有及時應答</translation>
    </message>
    <message>
        <source>Is it switched on, and is the baud rate right?</source>
        <translation>請檢查電源和波特率。</translation>
    </message>
    <message>
        <source>The page was sent; this printer does not say how it is</source>
        <translation>測試頁已傳送，這台印表機不報告狀態</translation>
    </message>
    <message>
        <source>Look whether it came out.</source>
        <translation>請看是否列印出來。</translation>
    </message>
</context>
<context>
    <name>PrinterPage</name>
    <message>
        <source>{name} · {columns} columns</source>
        <translation>{name} · {columns} 列</translation>
    </message>
    <message>
        <source>{model} · Chinese as images</source>
        <translation>{model}，漢字按圖片列印</translation>
    </message>
    <message>
        <source>Trying the printer …</source>
        <translation>正在測試印表機…</translation>
    </message>
    <message>
        <source>The printer could not be reached</source>
        <translation>連不上印表機</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>A printer that is off or out of paper never holds up a sale.</source>
        <translation>印表機關機或缺紙都不會耽誤收銀。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>測試</translation>
    </message>
    <message>
        <source>Prints a page with Chinese, figures, a QR code, the cut, and opens the drawer.</source>
        <translation>列印漢字、數字和 QR 碼，切紙並開啟錢箱。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>無</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>螢幕模擬</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>網口</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>序列埠</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>系統印表機</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>裝置檔案</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>連線方式</translation>
    </message>
    <message>
        <source>Address in the network</source>
        <translation>網路地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>埠</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>序列埠</translation>
    </message>
    <message>
        <source>Baud</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>Printer; installed ones are those of this computer&apos;s own settings</source>
        <translation>印表機（系統印表機指本機系統裡已裝好的）</translation>
    </message>
    <message>
        <source>Model; the generic ones fit most ESC/POS printers</source>
        <translation>型號（通用型適合大多數 ESC/POS 印表機）</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查詢</translation>
    </message>
    <message>
        <source>Does it say when it is out of paper or off?</source>
        <translation>印表機能否報告缺紙、關機等狀態？</translation>
    </message>
    <message>
        <source>Yes, ask it</source>
        <translation>能，查詢狀態</translation>
    </message>
    <message>
        <source>No, just send</source>
        <translation>不能，直接列印</translation>
    </message>
    <message>
        <source>Print test page</source>
        <translation>列印測試頁</translation>
    </message>
    <message>
        <source>{port} (not plugged in)</source>
        <translation>{port}（未插上）</translation>
    </message>
</context>
<context>
    <name>QuantityDialog</name>
    <message>
        <source>Weight in kg</source>
        <translation>重量（公斤）</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>確定</translation>
    </message>
    <message>
        <source>The quantity must be more than 0</source>
        <translation>數量必須大於 0</translation>
    </message>
    <message>
        <source>To take the line out, press F6.</source>
        <translation>要刪除這一行，請按 F6。</translation>
    </message>
</context>
<context>
    <name>QuickKeys</name>
    <message>
        <source>Quick keys</source>
        <translation>快捷商品</translation>
    </message>
    <message>
        <source>Alt + digit</source>
        <translation>Alt + 數字</translation>
    </message>
    <message>
        <source>They come with the goods.</source>
        <translation>有了商品後會出現。</translation>
    </message>
    <message>
        <source>No quick keys</source>
        <translation>沒有快捷商品</translation>
    </message>
    <message>
        <source>Head office puts products here.</source>
        <translation>由總部設定。</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Faulty goods</source>
        <translation>商品品質問題</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>買錯商品</translation>
    </message>
    <message>
        <source>Changed mind</source>
        <translation>顧客不想要了</translation>
    </message>
    <message>
        <source>Scanned twice</source>
        <translation>重複掃碼</translation>
    </message>
    <message>
        <source>Gives the card back</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>金額有誤</translation>
    </message>
    <message>
        <source>Wrong card</source>
        <translation>充錯卡</translation>
    </message>
    <message>
        <source>Moves away</source>
        <translation>搬離本地</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>選錯會員</translation>
    </message>
    <message>
        <source>Wrong service</source>
        <translation>選錯權益</translation>
    </message>
    <message>
        <source>Noted twice</source>
        <translation>重複登記</translation>
    </message>
    <message>
        <source>Close to its date</source>
        <translation>臨期</translation>
    </message>
    <message>
        <source>Damaged packing</source>
        <translation>包裝破損</translation>
    </message>
    <message>
        <source>Shelf label differs</source>
        <translation>標價不符</translation>
    </message>
    <message>
        <source>As agreed</source>
        <translation>與顧客約定</translation>
    </message>
    <message>
        <source>Ordered before</source>
        <translation>事先預訂</translation>
    </message>
    <message>
        <source>Last piece</source>
        <translation>最後一件</translation>
    </message>
    <message>
        <source>Change notes</source>
        <translation>換零錢</translation>
    </message>
    <message>
        <source>Check the cash</source>
        <translation>核對現金</translation>
    </message>
    <message>
        <source>Looked up at the provider</source>
        <translation>已在支付機構查實</translation>
    </message>
    <message>
        <source>Seen on the phone</source>
        <translation>已看過顧客手機</translation>
    </message>
    <message>
        <source>Stands on the terminal&apos;s slip</source>
        <translation>刷卡機籤購單上有</translation>
    </message>
    <message>
        <source>Paid out in cash</source>
        <translation>已付現金</translation>
    </message>
    <message>
        <source>One person twice</source>
        <translation>重複登記</translation>
    </message>
    <message>
        <source>New phone number</source>
        <translation>換了手機號</translation>
    </message>
    <message>
        <source>The member wishes it</source>
        <translation>會員本人要求</translation>
    </message>
    <message>
        <source>Small change</source>
        <translation>零錢</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>送存銀行</translation>
    </message>
    <message>
        <source>Shop expenses</source>
        <translation>店內開支</translation>
    </message>
    <message>
        <source>Correct the float</source>
        <translation>調整備用金</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Reason (stays on record)</source>
        <translation>原因（會留下記錄）</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>How slips look</source>
        <translation>收據樣式</translation>
    </message>
    <message>
        <source>Each slip is a small text file. Change it in any editor: the picture follows while you save.</source>
        <translation>每種收據都是一個小文字檔案，用任意編輯器修改，儲存後預覽隨即更新。</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>紙寬</translation>
    </message>
    <message>
        <source>80 mm</source>
        <translation>80 毫米</translation>
    </message>
    <message>
        <source>58 mm</source>
        <translation>58 毫米</translation>
    </message>
    <message>
        <source>Edit the file</source>
        <translation>編輯檔案</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>選擇店標</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>不用店標</translation>
    </message>
    <message>
        <source>This shop&apos;s own file: {path}</source>
        <translation>本店自己的檔案：{path}</translation>
    </message>
    <message>
        <source>As it comes with membertill.</source>
        <translation>程式自帶的樣式。</translation>
    </message>
    <message>
        <source>Until that is mended, slips look as before.</source>
        <translation>改正之前，收據仍按原來的樣式列印。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>圖片</translation>
    </message>
</context>
<context>
    <name>ReceivedDialog</name>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Cash received</source>
        <translation>實收現金</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已收款</translation>
    </message>
</context>
<context>
    <name>ReferenceDialog</name>
    <message>
        <source>{tender}: {amount}</source>
        <translation>{tender}：{amount}</translation>
    </message>
    <message>
        <source>Take the payment on the terminal, then type or scan its reference number.</source>
        <translation>請先在終端完成收款，再輸入或掃描交易單號。</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>交易單號</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>沒有付成</translation>
    </message>
    <message>
        <source>Paid, no number</source>
        <translation>已付，無單號</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>The reference number is missing</source>
        <translation>還沒有交易單號</translation>
    </message>
    <message>
        <source>If the terminal gave none, press F2.</source>
        <translation>終端沒有給出單號時，請按 F2。</translation>
    </message>
</context>
<context>
    <name>RefundDonePanel</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation>正在列印退貨收據，請顧客簽名。</translation>
    </message>
    <message>
        <source>Give the customer</source>
        <translation>退給顧客現金</translation>
    </message>
    <message>
        <source>Refund recorded</source>
        <translation>退貨已入帳</translation>
    </message>
    <message>
        <source>{name}: hand out {amount} from the drawer</source>
        <translation>{name}：從錢箱退 {amount}</translation>
    </message>
    <message>
        <source>{name}: {amount} is back on the card</source>
        <translation>{name}：{amount} 已退回卡內</translation>
    </message>
    <message>
        <source>{name}: {amount} goes back by itself</source>
        <translation>{name}：{amount} 自動原路退回</translation>
    </message>
    <message>
        <source>{name}: pay {amount} back on the terminal, reference {reference}</source>
        <translation>{name}：請在收款端退回 {amount}，參考號 {reference}</translation>
    </message>
</context>
<context>
    <name>RefundLineTable</name>
    <message>
        <source>Item</source>
        <translation>品名</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>單價</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>可退</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>退</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退款</translation>
    </message>
</context>
<context>
    <name>RefundSalePanel</name>
    <message>
        <source>paid {amount}</source>
        <translation>實付 {amount}</translation>
    </message>
    <message>
        <source>{amount} refunded before</source>
        <translation>已退過 {amount}</translation>
    </message>
    <message>
        <source>Choose what comes back.</source>
        <translation>請選擇要退的商品。</translation>
    </message>
    <message>
        <source>Kept for {points} points used already: {amount}</source>
        <translation>已用掉 {points} 點數，扣留 {amount}</translation>
    </message>
    <message>
        <source>Points taken back: {points}</source>
        <translation>扣回點數 {points}</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全退</translation>
    </message>
    <message>
        <source>None</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Pay back</source>
        <translation>應退</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>減一件</translation>
    </message>
    <message>
        <source>One more</source>
        <translation>加一件</translation>
    </message>
</context>
<context>
    <name>RefundScreen</name>
    <message>
        <source>{amount} was paid here in advance on this receipt</source>
        <translation>本機已為這張收據墊付 {amount}</translation>
    </message>
    <message>
        <source>Put it back into the drawer as cash in when you refund the sale.</source>
        <translation>辦理退貨時，請把這筆錢作為現金存入放回錢箱。</translation>
    </message>
    <message>
        <source>Refund {amount} of receipt {number}</source>
        <translation>退款 {amount}（單號 {number}）</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>單號</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>可退</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收銀</translation>
    </message>
    <message>
        <source>Receipt number or member</source>
        <translation>單號或會員姓名</translation>
    </message>
    <message>
        <source>Which receipt?</source>
        <translation>要退哪一單？</translation>
    </message>
    <message>
        <source>Scan the QR code on the receipt, type its number, or choose from the last sales.</source>
        <translation>掃收據上的 QR 碼、輸入單號，或從最近的銷售裡選。</translation>
    </message>
    <message>
        <source>Not among the last sales</source>
        <translation>最近的銷售裡沒有</translation>
    </message>
    <message>
        <source>Press Enter to look for this number in all sales.</source>
        <translation>按 Enter 鍵，在全部銷售裡查詢這個單號。</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>{what}. {remedy}</source>
        <translation>{what}。{remedy}</translation>
    </message>
    <message>
        <source>Nothing has this code {code}</source>
        <translation>沒有找到 {code}</translation>
    </message>
    <message>
        <source>One digit of {code} is wrong</source>
        <translation>條碼 {code} 有一位不對</translation>
    </message>
    <message>
        <source>Scan it, or type it again.</source>
        <translation>請掃碼，或重新輸入。</translation>
    </message>
    <message>
        <source>This card is not in the directory</source>
        <translation>會員目錄中沒有這張卡</translation>
    </message>
    <message>
        <source>Find the member by phone with F2.</source>
        <translation>請按 F2 用手機號查詢會員。</translation>
    </message>
    <message>
        <source>This card is frozen</source>
        <translation>這張卡已凍結</translation>
    </message>
    <message>
        <source>The sale can go on without it; head office can unfreeze it.</source>
        <translation>可以不用卡繼續收銀；解凍請聯絡總部。</translation>
    </message>
    <message>
        <source>This card was reported lost</source>
        <translation>這張卡已掛失</translation>
    </message>
    <message>
        <source>Check who is before you, then find the member by phone with F2.</source>
        <translation>請核實顧客身分，再按 F2 用手機號查詢會員。</translation>
    </message>
    <message>
        <source>This card was replaced by a new one</source>
        <translation>這張卡已換新卡</translation>
    </message>
    <message>
        <source>Take the new card, or find the member by phone with F2.</source>
        <translation>請使用新卡，或按 F2 用手機號查詢會員。</translation>
    </message>
    <message>
        <source>The card could not be read</source>
        <translation>沒有讀到卡</translation>
    </message>
    <message>
        <source>Swipe again, evenly and in one go.</source>
        <translation>請勻速、一次刷完。</translation>
    </message>
    <message>
        <source>This till cannot check codes from phones yet</source>
        <translation>這台收銀機還不能核驗手機會員碼</translation>
    </message>
    <message>
        <source>It can after its next contact with head office. Find the member with F2.</source>
        <translation>下次與總部聯絡後即可。請按 F2 查詢會員。</translation>
    </message>
    <message>
        <source>This code is not from head office</source>
        <translation>這個會員碼不是總部簽發的</translation>
    </message>
    <message>
        <source>Ask for the card or the phone number, and find the member with F2.</source>
        <translation>請出示會員卡或報手機號，按 F2 查詢會員。</translation>
    </message>
    <message>
        <source>The clock of this till is not sure enough to check the code</source>
        <translation>本機時鐘不可靠，無法核驗會員碼</translation>
    </message>
    <message>
        <source>Find the member with F2; a manager can confirm the clock.</source>
        <translation>請按 F2 查詢會員；店長可以確認時鐘。</translation>
    </message>
    <message>
        <source>This code has run out</source>
        <translation>這個會員碼已過期</translation>
    </message>
    <message>
        <source>Ask for a fresh one on the phone, and scan again.</source>
        <translation>請在手機上重新整理會員碼，再掃一次。</translation>
    </message>
    <message>
        <source>This code was used at this till already</source>
        <translation>這個會員碼已在本機用過</translation>
    </message>
    <message>
        <source>That was a bank card; nothing of it was kept</source>
        <translation>刷的是銀行卡，未保留任何卡號資訊</translation>
    </message>
    <message>
        <source>Take it on the payment terminal, then choose bank card as tender.</source>
        <translation>請在刷卡機上收款，再選擇「銀行卡」。</translation>
    </message>
    <message>
        <source>{name} was good until {day} only</source>
        <translation>{name} 已過期（{day}）</translation>
    </message>
    <message>
        <source>Put it aside and bring a fresh one.</source>
        <translation>請放到一邊，換一件未過期的。</translation>
    </message>
    <message>
        <source>{name} is not for sale</source>
        <translation>{name} 不可銷售</translation>
    </message>
    <message>
        <source>Put it aside and ask the manager.</source>
        <translation>請先放一邊，詢問店長。</translation>
    </message>
    <message>
        <source>This member is not in the directory</source>
        <translation>會員目錄中沒有這位會員</translation>
    </message>
    <message>
        <source>Search again by phone or name.</source>
        <translation>請用手機號或姓名重新查詢。</translation>
    </message>
    <message>
        <source>Only {usable_minor} of stored value can be used at this till</source>
        <translation>本機可用儲值只有 {usable_minor}</translation>
    </message>
    <message>
        <source>Take less from the card and the rest with another tender.</source>
        <translation>請減少儲值金額，其餘用別的方式支付。</translation>
    </message>
    <message>
        <source>Stored value needs a card</source>
        <translation>使用儲值需要會員卡</translation>
    </message>
    <message>
        <source>Scan the card, or find the member with F2.</source>
        <translation>請刷卡，或按 F2 查詢會員。</translation>
    </message>
    <message>
        <source>The clock of this till has jumped, so stored value rests</source>
        <translation>收銀機時鐘異常，儲值暫停使用</translation>
    </message>
    <message>
        <source>Take another tender; a manager can confirm the clock from the status strip.</source>
        <translation>請用別的方式支付；店長可在狀態列確認時鐘。</translation>
    </message>
    <message>
        <source>Head office was not heard for too long, so stored value rests</source>
        <translation>與總部失聯過久，儲值暫停使用</translation>
    </message>
    <message>
        <source>Take another tender. It moves again at the next contact.</source>
        <translation>請用其他方式付款；恢復聯絡後即可使用。</translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation>總部已停用本機的儲值業務</translation>
    </message>
    <message>
        <source>Take another tender, and call head office. The card works at other tills.</source>
        <translation>請用其他方式付款並聯絡總部。該卡在其他收銀機可用。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; {elsewhere_minor} lies at head office</source>
        <translation>本機可用 {usable_minor}；另有 {elsewhere_minor} 在總部</translation>
    </message>
    <message>
        <source>It cannot be reached now. Take the rest with another tender; nothing is lost.</source>
        <translation>現在連不上總部。其餘請用其他方式付款，餘額不會丟失。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; the rest is at another till</source>
        <translation>本機可用 {usable_minor}；其餘額度在別的收銀機</translation>
    </message>
    <message>
        <source>It was asked to return it: try again in a minute, or take another tender.</source>
        <translation>已通知對方退回：一分鐘後再試，或用其他方式付款。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; this till may hold no more</source>
        <translation>本機可用 {usable_minor}；已達本機持有上限</translation>
    </message>
    <message>
        <source>Take the rest with another tender, or call head office about the limit.</source>
        <translation>其餘請用其他方式付款，或聯絡總部調整上限。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; head office recovers and lends nothing yet</source>
        <translation>本機可用 {usable_minor}；總部恢復中，暫不發放額度</translation>
    </message>
    <message>
        <source>Take the rest with another tender; nothing is lost.</source>
        <translation>其餘請用其他方式付款，餘額不會丟失。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; head office did not answer in time</source>
        <translation>本機可用 {usable_minor}；總部未及時答覆</translation>
    </message>
    <message>
        <source>Try again, or take the rest with another tender; nothing is lost.</source>
        <translation>請重試，或其餘用其他方式付款，餘額不會丟失。</translation>
    </message>
    <message>
        <source>The points or coupons of this price are not at this till any more</source>
        <translation>此價格所需的點數或優惠券已不在本收銀機</translation>
    </message>
    <message>
        <source>Scan the member&apos;s card again; the price is worked out anew.</source>
        <translation>請重新刷會員卡，價格會重新計算。</translation>
    </message>
    <message>
        <source>Stored value cannot pay for stored value</source>
        <translation>儲值不能用來加值</translation>
    </message>
    <message>
        <source>Take another tender, or transfer from card to card.</source>
        <translation>請換一種支付方式，或使用卡間轉移。</translation>
    </message>
    <message>
        <source>This programme has no stored value</source>
        <translation>本會員方案沒有儲值</translation>
    </message>
    <message>
        <source>Nothing could be paid with it.</source>
        <translation>充進去也無法用來付款。</translation>
    </message>
    <message>
        <source>More than {limit_minor} of stored value needs the customer&apos;s PIN</source>
        <translation>儲值支付超過 {limit_minor} 需要顧客輸入密碼</translation>
    </message>
    <message>
        <source>Have the customer type it, or take another tender.</source>
        <translation>請顧客輸入密碼，或改用其他支付方式。</translation>
    </message>
    <message>
        <source>More than {limit_minor} of stored value needs a PIN, and this till knows none</source>
        <translation>儲值支付超過 {limit_minor} 需要密碼，本機沒有該卡的密碼</translation>
    </message>
    <message>
        <source>A supervisor checks who it is and allows it, or take another tender.</source>
        <translation>請主管核對本人後授權，或改用其他支付方式。</translation>
    </message>
    <message>
        <source>A card like this may hold {limit_minor} of prepaid money; this one holds {held_minor}</source>
        <translation>此類卡的預付本金上限為 {limit_minor}，現有 {held_minor}</translation>
    </message>
    <message>
        <source>The law sets the limit. Take no more than {room_minor}.</source>
        <translation>這是法規限額，最多還可充 {room_minor}。</translation>
    </message>
    <message>
        <source>Only {usable_minor} of this card lies at this till</source>
        <translation>此卡只有 {usable_minor} 在本收銀機</translation>
    </message>
    <message>
        <source>The rest lies at head office or other tills: fetch it first, or take less.</source>
        <translation>其餘在總部或其他收銀機：請先取回，或減少金額。</translation>
    </message>
    <message>
        <source>What this top-up brings has changed</source>
        <translation>此次加值的贈送有變化</translation>
    </message>
    <message>
        <source>This till has no such top-up</source>
        <translation>本收銀機沒有這筆加值</translation>
    </message>
    <message>
        <source>Only the till that took a top-up can undo it.</source>
        <translation>只有當時收款的收銀機可以撤銷。</translation>
    </message>
    <message>
        <source>Something of this top-up was spent, or lies elsewhere</source>
        <translation>這筆加值已有使用，或部分不在本機</translation>
    </message>
    <message>
        <source>Pay the balance out instead.</source>
        <translation>請改用餘額退款。</translation>
    </message>
    <message>
        <source>The programme has no such service any more</source>
        <translation>方案中已沒有這項權益</translation>
    </message>
    <message>
        <source>Open the list again.</source>
        <translation>請重新開啟列表。</translation>
    </message>
    <message>
        <source>Not for this member, or not today</source>
        <translation>該會員或今天不可用</translation>
    </message>
    <message>
        <source>The programme says to whom and when.</source>
        <translation>適用物件和時間以方案為準。</translation>
    </message>
    <message>
        <source>Takes part in the draw of {day}</source>
        <translation>參加 {day} 開獎</translation>
    </message>
    <message>
        <source>Head office draws; a prize that was won is handed out here.</source>
        <translation>由總部開獎，中獎後在本機領獎。</translation>
    </message>
    <message>
        <source>Had as often as the programme allows</source>
        <translation>允許的次數已用完</translation>
    </message>
    <message>
        <source>Again in the next period.</source>
        <translation>下一週期可再次辦理。</translation>
    </message>
    <message>
        <source>This till holds no right to it</source>
        <translation>本機暫無此額度</translation>
    </message>
    <message>
        <source>Head office lends it as soon as the line is there: open the list again.</source>
        <translation>連上總部後即可取得，請重新開啟列表。</translation>
    </message>
    <message>
        <source>The member has none of it</source>
        <translation>該會員沒有此項</translation>
    </message>
    <message>
        <source>It has to be bought or earned first.</source>
        <translation>需先購買或獲得。</translation>
    </message>
    <message>
        <source>It lies at head office or another till</source>
        <translation>在總部或其他收銀機</translation>
    </message>
    <message>
        <source>It comes as soon as the line is there: open the list again.</source>
        <translation>聯網後即可取回，請重新開啟列表。</translation>
    </message>
    <message>
        <source>Nothing of it is unused, or it was not sold at this till</source>
        <translation>沒有可退的部分，或不是在本機辦理的</translation>
    </message>
    <message>
        <source>Only the till that sold a pass or membership can pay it back.</source>
        <translation>次卡和付費會員只能在辦理的收銀機上退。</translation>
    </message>
    <message>
        <source>There is no service here that may still be undone</source>
        <translation>本機沒有還可以撤銷的權益</translation>
    </message>
    <message>
        <source>The till that gave it undoes it, as long as the programme says; never a spin.</source>
        <translation>由辦理的收銀台在方案規定的期限內撤銷；抽獎不能撤銷。</translation>
    </message>
    <message>
        <source>Something that it brought was used, or lies elsewhere</source>
        <translation>它帶來的東西已被使用，或不在本機</translation>
    </message>
    <message>
        <source>Undo first what used it: the visit before the pass.</source>
        <translation>請先撤銷用掉它的那一項：先撤銷核銷，再撤銷售卡。</translation>
    </message>
    <message>
        <source>{missing} points are missing</source>
        <translation>還差 {missing} 點數</translation>
    </message>
    <message>
        <source>More points come with the next purchases.</source>
        <translation>繼續消費即可累積點數。</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>這不是手機號</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits and begins with 1.</source>
        <translation>手機號有 11 位，以 1 開頭。</translation>
    </message>
    <message>
        <source>{name} is a member with this phone already</source>
        <translation>{name} 已用此手機號成為會員</translation>
    </message>
    <message>
        <source>Open that member, or type another phone number.</source>
        <translation>開啟該會員，或輸入別的手機號。</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>還沒有姓名</translation>
    </message>
    <message>
        <source>A surname is enough.</source>
        <translation>只填姓也可以。</translation>
    </message>
    <message>
        <source>There is no such birthday</source>
        <translation>沒有這樣的生日</translation>
    </message>
    <message>
        <source>Type year, month and day, as 19900213, or leave it empty.</source>
        <translation>請輸入年月日，如 19900213，或不填。</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>沒有改動</translation>
    </message>
    <message>
        <source>Change something, or go back.</source>
        <translation>請修改，或返回。</translation>
    </message>
    <message>
        <source>This card number belongs to somebody already</source>
        <translation>此卡號已被使用</translation>
    </message>
    <message>
        <source>Take a new card.</source>
        <translation>請換一張新卡。</translation>
    </message>
    <message>
        <source>This is no card number of this shop</source>
        <translation>這不是本店的卡號</translation>
    </message>
    <message>
        <source>Swipe the new card, or type its number again.</source>
        <translation>請重新整理卡，或重新輸入卡號。</translation>
    </message>
    <message>
        <source>Both cards open the same wallet</source>
        <translation>兩張卡屬於同一個錢包</translation>
    </message>
    <message>
        <source>There is nothing to move.</source>
        <translation>無需轉移。</translation>
    </message>
    <message>
        <source>The basket is empty</source>
        <translation>購物籃是空的</translation>
    </message>
    <message>
        <source>Scan goods first.</source>
        <translation>請先掃商品。</translation>
    </message>
    <message>
        <source>{remaining_minor} is still to pay</source>
        <translation>還差 {remaining_minor}</translation>
    </message>
    <message>
        <source>Take another tender for the rest.</source>
        <translation>請用別的方式支付餘款。</translation>
    </message>
    <message>
        <source>Only cash can be more than what is left to pay: {remaining_minor}</source>
        <translation>只有現金可以多收；待付 {remaining_minor}</translation>
    </message>
    <message>
        <source>Type a smaller amount.</source>
        <translation>請輸入較小的金額。</translation>
    </message>
    <message>
        <source>That would be {change_minor} of change</source>
        <translation>找零將達到 {change_minor}</translation>
    </message>
    <message>
        <source>Check the amount handed over, and type it again.</source>
        <translation>請核對實收金額後重新輸入。</translation>
    </message>
    <message>
        <source>One of these ways to pay does not go together with another</source>
        <translation>這些支付方式中有一種不能與其他方式同用</translation>
    </message>
    <message>
        <source>Take back what was paid (Delete), then pay all of it in one way.</source>
        <translation>先撤回已收款項（Delete），再用一種方式付清。</translation>
    </message>
    <message>
        <source>This way to pay is for goods without offers; the sum is {total_minor} now</source>
        <translation>此支付方式不享受優惠，應付金額現為 {total_minor}</translation>
    </message>
    <message>
        <source>Press it again to take it. Any other way to pay brings the offers back.</source>
        <translation>再按一次即可收款；改用其他支付方式則恢復優惠。</translation>
    </message>
    <message>
        <source>The offers are back</source>
        <translation>優惠已恢復</translation>
    </message>
    <message>
        <source>Look at the sum, then press again.</source>
        <translation>請核對金額後再按一次。</translation>
    </message>
    <message>
        <source>This tender is not in the programme</source>
        <translation>方案中沒有這種支付方式</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>請換一種。</translation>
    </message>
    <message>
        <source>The amount must be more than zero</source>
        <translation>金額必須大於零</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>請重新輸入。</translation>
    </message>
    <message>
        <source>The quantity must be more than 0 and less than 10,000</source>
        <translation>數量必須大於 0、小於 10,000</translation>
    </message>
    <message>
        <source>Nobody of this name works here</source>
        <translation>沒有這位員工</translation>
    </message>
    <message>
        <source>Choose a name from the list.</source>
        <translation>請從列表中選擇姓名。</translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation>密碼不對</translation>
    </message>
    <message>
        <source>Type it again; tries left: {tries_left}.</source>
        <translation>請重新輸入，還可試 {tries_left} 次。</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密碼錯誤次數過多</translation>
    </message>
    <message>
        <source>Wait {minutes} min, or somebody else signs on.</source>
        <translation>請等 {minutes} 分鐘，或由他人登入。</translation>
    </message>
    <message>
        <source>This PIN is too short</source>
        <translation>密碼太短</translation>
    </message>
    <message>
        <source>Take {digits} digits or more.</source>
        <translation>請用 {digits} 位或更多數字。</translation>
    </message>
    <message>
        <source>This is the PIN you have</source>
        <translation>這就是現在的密碼</translation>
    </message>
    <message>
        <source>The new PIN was not typed twice alike</source>
        <translation>兩次輸入的新密碼不一致</translation>
    </message>
    <message>
        <source>Type it again, both times.</source>
        <translation>請重新輸入兩次。</translation>
    </message>
    <message>
        <source>You may not do this: {permission}</source>
        <translation>您沒有許可權：{permission}</translation>
    </message>
    <message>
        <source>Ask a supervisor or manager to approve it.</source>
        <translation>請主管或店長授權。</translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation>需要填寫原因</translation>
    </message>
    <message>
        <source>Type why; it stays on record.</source>
        <translation>請輸入原因，會留下記錄。</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>還沒有開班</translation>
    </message>
    <message>
        <source>Open one with F9; the basket stays.</source>
        <translation>請按 F9 開班，購物籃會保留。</translation>
    </message>
    <message>
        <source>A shift is open already</source>
        <translation>已經開班</translation>
    </message>
    <message>
        <source>Go on with it, or close it first.</source>
        <translation>請繼續當班，或先交班。</translation>
    </message>
    <message>
        <source>The open shift is of another day</source>
        <translation>當前班次不是今天的</translation>
    </message>
    <message>
        <source>Count the drawer and close it with F9, then open a new one.</source>
        <translation>請按 F9 點鈔交班，再重新開班。</translation>
    </message>
    <message>
        <source>Baskets are still on hold: {count}</source>
        <translation>還有 {count} 筆掛單</translation>
    </message>
    <message>
        <source>Recall each with F7 and sell or clear it.</source>
        <translation>請按 F7 逐筆取單，收款或清空。</translation>
    </message>
    <message>
        <source>This till has no such receipt</source>
        <translation>本機沒有這張收據</translation>
    </message>
    <message>
        <source>Check the number, or choose from the recent sales.</source>
        <translation>請核對單號，或從最近銷售中選擇。</translation>
    </message>
    <message>
        <source>The right to refund receipt {receipt} lies at another till</source>
        <translation>收據 {receipt} 的退貨權在另一台收銀機</translation>
    </message>
    <message>
        <source>Ask for it once head office is reached, or refund it there.</source>
        <translation>連上總部後再取，或到那台收銀機退。</translation>
    </message>
    <message>
        <source>This is another till&apos;s receipt, and head office cannot be reached</source>
        <translation>這是另一台收銀機的收據，現在連不上總部</translation>
    </message>
    <message>
        <source>Refund it at the till that sold it, or once the line is back.</source>
        <translation>請到原收銀機退，或等網路恢復。</translation>
    </message>
    <message>
        <source>Wait a few minutes; head office has been told.</source>
        <translation>請等幾分鐘再試；總部已收到提示。</translation>
    </message>
    <message>
        <source>Without the other till&apos;s word no more than {amount_minor} may go back</source>
        <translation>沒有原收銀機確認，最多退 {amount_minor}</translation>
    </message>
    <message>
        <source>Pick less, or wait until that till has answered.</source>
        <translation>少選一些，或等那台收銀機回應。</translation>
    </message>
    <message>
        <source>This till knows what was sold on receipt {receipt}: no advance is paid on it</source>
        <translation>本機查得到收據 {receipt} 的商品，不能預付退款</translation>
    </message>
    <message>
        <source>Refund the sale itself: enter its number again and pick what comes back.</source>
        <translation>請直接退貨：再輸入一次收據號，選擇退回的商品。</translation>
    </message>
    <message>
        <source>That is more than was sold and not yet refunded</source>
        <translation>超過了可退數量</translation>
    </message>
    <message>
        <source>Choose a smaller quantity.</source>
        <translation>請選擇較小的數量。</translation>
    </message>
    <message>
        <source>Goods come back or are exchanged within {days} days of the sale</source>
        <translation>售出 {days} 天內可退換</translation>
    </message>
    <message>
        <source>A manager may allow it later: do it again and have the manager approve it.</source>
        <translation>超過期限須店長授權：請重做一次，由店長批准。</translation>
    </message>
    <message>
        <source>Nothing is chosen to go back</source>
        <translation>還沒有選擇要退的商品</translation>
    </message>
    <message>
        <source>Choose lines and quantities.</source>
        <translation>請選擇商品行和數量。</translation>
    </message>
    <message>
        <source>The price has changed to {total_minor}</source>
        <translation>價格已變為 {total_minor}</translation>
    </message>
    <message>
        <source>Tell the customer, then take the payment again.</source>
        <translation>請告知顧客後重新收款。</translation>
    </message>
    <message>
        <source>Scan again, or search: F1 goods, F2 members.</source>
        <translation>請重新掃碼，或查詢：F1 商品，F2 會員。</translation>
    </message>
    <message>
        <source>This till has looked up too many members or receipts elsewhere</source>
        <translation>本機查詢外區會員或其他收銀機收據過多</translation>
    </message>
    <message>
        <source>{name}: not for this customer, or not now</source>
        <translation>{name}：這位顧客不能買，或現在還不能買</translation>
    </message>
    <message>
        <source>The programme says who may buy it and when. It was not put into the basket.</source>
        <translation>方案規定了誰、何時可以購買。商品沒有加入購物籃。</translation>
    </message>
    <message>
        <source>{name}: not without a member&apos;s card, or not now</source>
        <translation>{name}：需要會員卡，或現在還不能買</translation>
    </message>
    <message>
        <source>Swipe the card first, then scan again.</source>
        <translation>請先刷會員卡，再掃商品。</translation>
    </message>
    <message>
        <source>{name}: at most {allowed} for this customer now</source>
        <translation>{name}：這位顧客現在最多買 {allowed} 件</translation>
    </message>
    <message>
        <source>Take the rest out of the basket.</source>
        <translation>請把多出的從購物籃中取出。</translation>
    </message>
    <message>
        <source>{name}: this till does not know how many are left</source>
        <translation>{name}：本機不知道還剩幾件</translation>
    </message>
    <message>
        <source>Head office tells as soon as the line is there: scan again in a moment.</source>
        <translation>網路恢復後總部會告知，請稍後再掃。</translation>
    </message>
    <message>
        <source>This basket was taken up already</source>
        <translation>這筆掛單已被取走</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>請選擇另一筆。</translation>
    </message>
    <message>
        <source>The payment was refused; nothing was taken</source>
        <translation>支付被拒絕，沒有扣款</translation>
    </message>
    <message>
        <source>Try again, or pay another way.</source>
        <translation>請重試，或換一種方式付款。</translation>
    </message>
    <message>
        <source>It was not paid in time; nothing was taken</source>
        <translation>超時未付，沒有扣款</translation>
    </message>
    <message>
        <source>The payment service cannot be reached; nothing was taken</source>
        <translation>連不上支付服務，沒有扣款</translation>
    </message>
    <message>
        <source>Check its line, or pay another way.</source>
        <translation>請檢查它的線路，或換一種方式付款。</translation>
    </message>
    <message>
        <source>This payment code is not good; nothing was taken</source>
        <translation>付款碼無效，沒有扣款</translation>
    </message>
    <message>
        <source>Have a fresh code shown on the phone, then try again.</source>
        <translation>請顧客重新整理付款碼後再試。</translation>
    </message>
    <message>
        <source>The payment was cancelled; nothing was taken</source>
        <translation>支付已取消，沒有扣款</translation>
    </message>
    <message>
        <source>The payment could not be paid back; it is kept for later</source>
        <translation>這筆支付沒能退回，已留待以後處理</translation>
    </message>
    <message>
        <source>Try again in a moment. It is offered again at the next payment.</source>
        <translation>請稍後再試；下次收款時會再次提示。</translation>
    </message>
    <message>
        <source>The disk of this till is full; nothing of this was kept</source>
        <translation>收銀機磁碟已滿，這一步沒有儲存</translation>
    </message>
    <message>
        <source>Free some space, then do it again. Sales so far are safe.</source>
        <translation>請清理空間後重試，之前的銷售都已儲存。</translation>
    </message>
    <message>
        <source>The till cannot read or write its data</source>
        <translation>收銀機無法讀寫資料</translation>
    </message>
    <message>
        <source>Stop selling here, call for support, and leave the till switched on.</source>
        <translation>請停止在本機收銀並聯絡支援，不要關機。</translation>
    </message>
    <message>
        <source>Something went wrong inside the till; nothing was kept of it</source>
        <translation>收銀機內部出錯，這一步沒有儲存</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, call for support.</source>
        <translation>請再試一次；如仍出錯，請聯絡支援。</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Waiting slips</source>
        <translation>待列印收據</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>總部</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>時鐘正確</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation>鎖定螢幕</translation>
    </message>
    <message>
        <source>Date and time of this till are right</source>
        <translation>確認本機日期和時間正確</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Print</source>
        <translation>列印</translation>
    </message>
    <message>
        <source>Print shift slip</source>
        <translation>列印交班單</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>X report of shift {number}</source>
        <translation>第 {number} 班 X 報表</translation>
    </message>
    <message>
        <source>The figures so far; nothing is closed.</source>
        <translation>到目前為止的數字，不結束本班。</translation>
    </message>
    <message>
        <source>Counted {counted}, expected {expected}. The Z report is printing.</source>
        <translation>實點 {counted}，應有 {expected}。正在列印 Z 報表。</translation>
    </message>
    <message>
        <source>Shift {number} is closed; the drawer is right</source>
        <translation>第 {number} 班已交班，現金相符</translation>
    </message>
    <message>
        <source>Shift {number} is closed; cash over</source>
        <translation>第 {number} 班已交班，現金長款</translation>
    </message>
    <message>
        <source>Shift {number} is closed; cash short</source>
        <translation>第 {number} 班已交班，現金短款</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Cashier</source>
        <translation>收銀員</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店長</translation>
    </message>
    <message>
        <source>Auditor</source>
        <translation>稽核</translation>
    </message>
</context>
<context>
    <name>SaleScreen</name>
    <message>
        <source>{points} pts</source>
        <translation>{points} 分</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>標記已回訪</translation>
    </message>
    <message>
        <source>Let it pass</source>
        <translation>授權放行</translation>
    </message>
    <message>
        <source>{name} was good until {day} only</source>
        <translation>{name} 已過期（{day}）</translation>
    </message>
    <message>
        <source>Check it with the customer; F6 takes it out again.</source>
        <translation>請與顧客確認；按 F6 刪除該行。</translation>
    </message>
    <message>
        <source>Basket {number} is on hold</source>
        <translation>已掛單，序號 {number}</translation>
    </message>
    <message>
        <source>F7 takes it up again.</source>
        <translation>按 F7 可取單。</translation>
    </message>
    <message>
        <source>Press F12 and go on, or take the payments back first.</source>
        <translation>請按 F12 繼續，或先退回已收的款。</translation>
    </message>
    <message>
        <source>Payments were taken for this basket</source>
        <translation>這一單已經收了款</translation>
    </message>
    <message>
        <source>{name} was taken out</source>
        <translation>已刪除 {name}</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>撤銷</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>已恢復 {name}</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取單</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>掛單</translation>
    </message>
    <message>
        <source>Scan or type: code, name, initials, phone</source>
        <translation>掃碼，或輸入條碼、名稱、拼音首字母、手機號</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查商品</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>數量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>改價</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>備註</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>刪行</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退貨</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>鎖定螢幕</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Scanners on serial ports</source>
        <translation>序列埠掃描器</translation>
    </message>
    <message>
        <source>The surest way: no input method can swallow a code.</source>
        <translation>最可靠的接法：不會被輸入法吞掉條碼。</translation>
    </message>
    <message>
        <source>None yet. A keyboard scanner needs none.</source>
        <translation>還沒有。鍵盤口掃描器不用新增。</translation>
    </message>
    <message>
        <source>Add a scanner</source>
        <translation>新增掃描器</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查詢</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Find a product</source>
        <translation>查詢商品</translation>
    </message>
    <message>
        <source>Name, pinyin initials or code</source>
        <translation>名稱、拼音首字母或條碼</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>條碼</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>會員價</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>售價</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>還沒有找到商品</translation>
    </message>
    <message>
        <source>Fewer letters find more.</source>
        <translation>輸入少一些字，能找到更多。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>加入</translation>
    </message>
</context>
<context>
    <name>Sends</name>
    <message>
        <source>codes, cards</source>
        <translation>條碼、卡號</translation>
    </message>
    <message>
        <source>tracks with check (LRC)</source>
        <translation>磁軌（帶 LRC 校驗）</translation>
    </message>
    <message>
        <source>chip, hex</source>
        <translation>晶片號，十六進位制</translation>
    </message>
    <message>
        <source>chip, hex, reversed</source>
        <translation>晶片號，十六進位制反序</translation>
    </message>
    <message>
        <source>chip, decimal</source>
        <translation>晶片號，十進位制</translation>
    </message>
    <message>
        <source>chip, decimal, reversed</source>
        <translation>晶片號，十進位制反序</translation>
    </message>
</context>
<context>
    <name>SerialRow</name>
    <message>
        <source>{port} (not plugged in)</source>
        <translation>{port}（未插入）</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>序列埠</translation>
    </message>
    <message>
        <source>Baud</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>A code ends with</source>
        <translation>結束符</translation>
    </message>
    <message>
        <source>It sends</source>
        <translation>傳送內容</translation>
    </message>
    <message>
        <source>a pause</source>
        <translation>停頓</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Redeem</source>
        <translation>兌換</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>核銷權益</translation>
    </message>
    <message>
        <source>Use pass</source>
        <translation>用次卡</translation>
    </message>
    <message>
        <source>Spin</source>
        <translation>抽獎</translation>
    </message>
    <message>
        <source>Note action</source>
        <translation>登記互動</translation>
    </message>
    <message>
        <source>Sell pass</source>
        <translation>售次卡</translation>
    </message>
    <message>
        <source>Pay pass back</source>
        <translation>退次卡</translation>
    </message>
    <message>
        <source>Pay membership back</source>
        <translation>退付費會員</translation>
    </message>
    <message>
        <source>Sell membership</source>
        <translation>開通會員</translation>
    </message>
    <message>
        <source>{name}, trial</source>
        <translation>{name}（體驗）</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 點數</translation>
    </message>
    <message>
        <source>{count} left</source>
        <translation>剩 {count}</translation>
    </message>
</context>
<context>
    <name>ServiceTasks</name>
    <message>
        <source>The part that was not used goes back, as the programme says.</source>
        <translation>按方案退還未使用的部分。</translation>
    </message>
    <message>
        <source>Which pass or membership?</source>
        <translation>退哪一張？</translation>
    </message>
    <message>
        <source>As if it had never been: what it used up comes back, what it brought goes.</source>
        <translation>如同沒有辦理過：用掉的退回，帶來的收回。</translation>
    </message>
    <message>
        <source>Which service was a mistake?</source>
        <translation>撤銷哪一項？</translation>
    </message>
    <message>
        <source>{amount} kept for its used coupons</source>
        <translation>扣除已用優惠券 {amount}</translation>
    </message>
    <message>
        <source>Pay {amount} back: {name}</source>
        <translation>退還 {amount}：{name}</translation>
    </message>
    <message>
        <source>Undo: {service} · {name}</source>
        <translation>撤銷：{service} · {name}</translation>
    </message>
    <message>
        <source>Give the customer {amount}</source>
        <translation>請付給顧客 {amount}</translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation>收據正在列印，請顧客簽名。</translation>
    </message>
    <message>
        <source>{points} points are back. The slip is printing.</source>
        <translation>已退回 {points} 點數，收據正在列印。</translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation>已撤銷：{name}</translation>
    </message>
    <message>
        <source>The slip is printing.</source>
        <translation>正在列印憑條。</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>You may look at everything here</source>
        <translation>可以檢視全部設定</translation>
    </message>
    <message>
        <source>When you save, a manager has to allow it.</source>
        <translation>儲存時需要店長授權。</translation>
    </message>
    <message>
        <source>The drawer opens</source>
        <translation>錢箱正在開啟</translation>
    </message>
    <message>
        <source>If not: is its cable in the printer, is it locked?</source>
        <translation>若未開啟：線是否插在印表機上？是否上了鎖？</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>設定已儲存</translation>
    </message>
    <message>
        <source>They are in force now.</source>
        <translation>現在已經生效。</translation>
    </message>
    <message>
        <source>Change the settings of this till</source>
        <translation>修改本機設定</translation>
    </message>
    <message>
        <source>Your PIN is changed</source>
        <translation>密碼已修改</translation>
    </message>
    <message>
        <source>It counts from the next sign-on.</source>
        <translation>下次登入起生效。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收銀</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>儲存</translation>
    </message>
</context>
<context>
    <name>ShiftDeskPanel</name>
    <message>
        <source>Cash in</source>
        <translation>存入現金</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>取出現金</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>開啟錢箱</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 報表</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>清點交班</translation>
    </message>
    <message>
        <source>The count is blind: the till says what should be there only afterwards.</source>
        <translation>盲點：清點之後才顯示應有金額。</translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation>第 {number} 班</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>營業中</translation>
    </message>
    <message>
        <source>Opened on another day: close it</source>
        <translation>不是今天開的班，請先交班</translation>
    </message>
    <message>
        <source>Business date</source>
        <translation>營業日</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>開班時間</translation>
    </message>
    <message>
        <source>By</source>
        <translation>開班人</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>備用金</translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>Shift {number} is open</source>
        <translation>第 {number} 班已開班</translation>
    </message>
    <message>
        <source>Ready for the first customer.</source>
        <translation>可以接待第一位顧客了。</translation>
    </message>
    <message>
        <source>{amount} paid in</source>
        <translation>已存入 {amount}</translation>
    </message>
    <message>
        <source>{amount} paid out</source>
        <translation>已取出 {amount}</translation>
    </message>
    <message>
        <source>It stands in the shift&apos;s report.</source>
        <translation>已記入本班報表。</translation>
    </message>
    <message>
        <source>The drawer is open</source>
        <translation>錢箱已開啟</translation>
    </message>
    <message>
        <source>It is counted in the shift&apos;s report.</source>
        <translation>本班報表會記一次開箱。</translation>
    </message>
    <message>
        <source>The X report is printing</source>
        <translation>正在列印 X 報表</translation>
    </message>
    <message>
        <source>The shift slip is printing</source>
        <translation>正在列印交班單</translation>
    </message>
    <message>
        <source>Put {amount} into the drawer</source>
        <translation>向錢箱存入 {amount}</translation>
    </message>
    <message>
        <source>Take {amount} out of the drawer</source>
        <translation>從錢箱取出 {amount}</translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>不銷售開啟錢箱</translation>
    </message>
    <message>
        <source>Look at the X report of this shift</source>
        <translation>檢視本班 X 報表</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收銀</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>This stands at the top of every receipt.</source>
        <translation>印在每張收據的最上面。</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>店名</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Telephone</source>
        <translation>電話</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>收據結尾語</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>收據語言</translation>
    </message>
    <message>
        <source>Thank you, see you again</source>
        <translation>謝謝惠顧，歡迎再次光臨</translation>
    </message>
    <message>
        <source>Stored value lent by head office</source>
        <translation>總部發放的儲值額度</translation>
    </message>
    <message>
        <source>What lies here can be spent while the line is down.</source>
        <translation>斷網時可以使用本機已有的額度。</translation>
    </message>
    <message>
        <source>When a shift is closed</source>
        <translation>交班時</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>留在本機</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>退回總部</translation>
    </message>
    <message>
        <source>Return what nobody used for</source>
        <translation>多久未用即退回</translation>
    </message>
    <message>
        <source>Refunds of another till&apos;s sale</source>
        <translation>退其他收銀機的貨</translation>
    </message>
    <message>
        <source>While that till does not answer, a manager may refund so much of one sale. The shop stands for it.</source>
        <translation>對方收銀機沒有應答時，店長最多可按此金額退一單，風險由本店承擔。</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>最多</translation>
    </message>
    <message>
        <source>one day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>不可退</translation>
    </message>
    <message>
        <source>Name; empty for the one head office has given</source>
        <translation>店名；留空則用總部給的名稱</translation>
    </message>
    <message>
        <source>Address (may be empty)</source>
        <translation>地址（可不填）</translation>
    </message>
    <message>
        <source>Telephone (may be empty)</source>
        <translation>電話（可不填）</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
</context>
<context>
    <name>SignOnScreen</name>
    <message>
        <source>Till {till}. Choose your name, then type your PIN.</source>
        <translation>收銀機 {till}。請選擇姓名，再輸入密碼。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>登入</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Receipt</source>
        <translation>銷售收據</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>禮品收據</translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation>退貨收據</translation>
    </message>
    <message>
        <source>Stored-value slip</source>
        <translation>儲值單</translation>
    </message>
    <message>
        <source>Pass or service slip</source>
        <translation>次卡與權益收據</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 報表</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z 報表</translation>
    </message>
    <message>
        <source>Shift slip</source>
        <translation>交班單</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>測試頁</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>開啟錢箱</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>排隊中</translation>
    </message>
    <message>
        <source>reprint</source>
        <translation>補打</translation>
    </message>
    <message>
        <source>cut short</source>
        <translation>打了一半</translation>
    </message>
</context>
<context>
    <name>SlipsDialog</name>
    <message>
        <source>Slips that wait</source>
        <translation>排隊的收據</translation>
    </message>
    <message>
        <source>They print by themselves, oldest first, as soon as the printer can. Nothing is lost.</source>
        <translation>印表機好了就會按先後自動列印，一張也不會丟。</translation>
    </message>
    <message>
        <source>The printer is trying again</source>
        <translation>正在重新列印</translation>
    </message>
    <message>
        <source>Each slip leaves the list once it is out.</source>
        <translation>打好一張，列表裡就少一張。</translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation>已存為 PDF</translation>
    </message>
    <message>
        <source>The PDF could not be saved</source>
        <translation>PDF 無法儲存</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>單號</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>State</source>
        <translation>狀態</translation>
    </message>
    <message>
        <source>Everything is printed</source>
        <translation>都列印好了</translation>
    </message>
    <message>
        <source>No slip waits for the printer.</source>
        <translation>沒有排隊的收據。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>關閉</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>存為 PDF</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>不列印</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>立即列印</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Printer ready</source>
        <translation>印表機正常</translation>
    </message>
    <message>
        <source>Receipts print as sales are made.</source>
        <translation>收據會隨收款列印。</translation>
    </message>
    <message>
        <source>Paper near its end</source>
        <translation>紙快用完</translation>
    </message>
    <message>
        <source>Have a new roll at hand; printing goes on.</source>
        <translation>請備好新紙卷，列印會繼續。</translation>
    </message>
    <message>
        <source>Printer out of paper</source>
        <translation>印表機缺紙</translation>
    </message>
    <message>
        <source>Put in a new roll. Selling goes on; receipts wait and print by themselves.</source>
        <translation>請裝入新紙卷。可以繼續收銀，收據會排隊並自動補上。</translation>
    </message>
    <message>
        <source>Printer cover open</source>
        <translation>印表機開蓋</translation>
    </message>
    <message>
        <source>Close the cover. Selling goes on; receipts wait and print by themselves.</source>
        <translation>請合上機蓋。可以繼續收銀，收據會排隊並自動補上。</translation>
    </message>
    <message>
        <source>Printer off</source>
        <translation>印表機未連線</translation>
    </message>
    <message>
        <source>Check switch and cable. Selling goes on; receipts wait and print by themselves.</source>
        <translation>請檢查開關和連線。可以繼續收銀，收據會排隊並自動補上。</translation>
    </message>
    <message>
        <source>Printer does not answer</source>
        <translation>印表機無響應</translation>
    </message>
    <message>
        <source>Switch it off and on. Selling goes on; receipts wait and print by themselves.</source>
        <translation>請把它關掉再開啟。可以繼續收銀，收據會排隊並自動補上。</translation>
    </message>
    <message>
        <source>Printer in use</source>
        <translation>印表機使用中</translation>
    </message>
    <message>
        <source>This printer cannot tell how it is; look at the paper now and then.</source>
        <translation>這台印表機不能報告狀態，請不時看一下紙。</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>未設印表機</translation>
    </message>
    <message>
        <source>Choose one under F10, Settings. Receipts are kept until then.</source>
        <translation>請在 F10 設定中選擇。在此之前收據會保留。</translation>
    </message>
    <message>
        <source>{word} · {count} wait</source>
        <translation>{word} · {count} 張待打</translation>
    </message>
    <message>
        <source>{count} to print</source>
        <translation>{count} 張待列印</translation>
    </message>
    <message>
        <source>No printer is set up. Choose one under F10, or drop them.</source>
        <translation>尚未設定印表機。請按 F10 選擇印表機，或不再列印這些收據。</translation>
    </message>
    <message>
        <source>These slips were not printed yet. Print them now, or drop them.</source>
        <translation>這些收據還沒有列印。可以現在列印，或放棄。</translation>
    </message>
    <message>
        <source>Scanner unplugged</source>
        <translation>掃描器已拔出</translation>
    </message>
    <message>
        <source>Check the cable of {names}; it is found again by itself.</source>
        <translation>請檢查 {names} 的連線，插好後會自動恢復。</translation>
    </message>
    <message>
        <source>No scanner</source>
        <translation>沒有掃描器</translation>
    </message>
    <message>
        <source>Type codes meanwhile; set a scanner up under F10, Settings.</source>
        <translation>可先手工輸入條碼；在 F10 設定中配置掃描器。</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>掃描器就緒</translation>
    </message>
    <message>
        <source>Scan at any time, on any screen: nothing is lost.</source>
        <translation>任何時候、任何介面都可以掃碼，不會丟失。</translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>讀卡器就緒</translation>
    </message>
    <message>
        <source>Swipe a member&apos;s card at any time.</source>
        <translation>任何時候都可以刷會員卡。</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>沒有讀卡器</translation>
    </message>
    <message>
        <source>Find members by phone with F2 meanwhile.</source>
        <translation>可先按 F2 用手機號查詢會員。</translation>
    </message>
    <message>
        <source>Pole display gone</source>
        <translation>客顯斷開</translation>
    </message>
    <message>
        <source>Selling goes on. Check its cable; it comes back by itself. Its port is chosen under F10, Settings.</source>
        <translation>不影響收銀。請檢查客顯的線，接好後自動恢復；埠在 F10「設定」裡選擇。</translation>
    </message>
    <message>
        <source>Second copy missing</source>
        <translation>副本寫不進</translation>
    </message>
    <message>
        <source>Sales are safe in this till, but their second copy cannot be written: {detail}. Check the disk or stick that holds it; the copy is completed by itself.</source>
        <translation>銷售已安全儲存在本機，但副本寫不進：{detail}。請檢查存放副本的硬碟或隨身碟，恢復後會自動補齊。</translation>
    </message>
    <message>
        <source>Check the clock</source>
        <translation>請核對時鐘</translation>
    </message>
    <message>
        <source>The clock of this till jumped. Stored value rests until a manager has checked date and time.</source>
        <translation>收銀機時鐘發生跳變。店長核對日期時間之前，儲值暫停使用。</translation>
    </message>
    <message>
        <source>No shift</source>
        <translation>未開班</translation>
    </message>
    <message>
        <source>Count the float and open one with F9; then sales can be paid.</source>
        <translation>請清點備用金並按 F9 開班，之後才能收款。</translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation>第 {number} 班</translation>
    </message>
    <message>
        <source>This shift is of {day}. Close it with F9 and open today&apos;s when you can.</source>
        <translation>當前班次是 {day} 的。請在方便時按 F9 交班，再開今天的班。</translation>
    </message>
    <message>
        <source>Open since {time}, float {amount}.</source>
        <translation>{time} 開班，備用金 {amount}。</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>未登入</translation>
    </message>
    <message>
        <source>Sign on to work.</source>
        <translation>請登入後工作。</translation>
    </message>
    <message>
        <source>Lock the till with F11 when you leave it; the basket stays.</source>
        <translation>離開時請按 F11 鎖定螢幕，購物籃會保留。</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>TRAINING – nothing counts</source>
        <translation>培訓模式 · 不計入帳目</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>the system&apos;s keyring</source>
        <translation>系統鑰匙串</translation>
    </message>
    <message>
        <source>a key file beside the data</source>
        <translation>資料旁的金鑰檔案</translation>
    </message>
    <message>
        <source>Windows, for this user</source>
        <translation>Windows 當前使用者</translation>
    </message>
    <message>
        <source>a passphrase at each start</source>
        <translation>每次啟動輸入的口令</translation>
    </message>
</context>
<context>
    <name>StorePage</name>
    <message>
        <source>This till</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>The command membertill backup saves it, membertill verify checks it.</source>
        <translation>用命令 membertill backup 備份，用 membertill verify 校驗。</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在讀取…</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收銀機</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>代次</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>none</source>
        <translation>無</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>資料夾</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Second journal</source>
        <translation>第二日誌</translation>
    </message>
    <message>
        <source>The key is kept by</source>
        <translation>金鑰儲存在</translation>
    </message>
    <message>
        <source>Encrypted</source>
        <translation>已加密</translation>
    </message>
    <message>
        <source>Not encrypted</source>
        <translation>未加密</translation>
    </message>
</context>
<context>
    <name>Subjects</name>
    <message>
        <source>Devices</source>
        <translation>裝置</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外觀</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>掃描器</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>編碼規則</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人員</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>收據</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Try a draft</source>
        <translation>方案試算</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Closed by head office</source>
        <translation>總部已停用本機儲值</translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation>總部已停用本機的儲值業務</translation>
    </message>
    <message>
        <source>Head office in this shop</source>
        <translation>本店總部</translation>
    </message>
    <message>
        <source>Head office in this shop is running</source>
        <translation>本店總部執行正常</translation>
    </message>
    <message>
        <source>It is a part of this till, keeps the books a second time and needs no network.</source>
        <translation>它是本機的一部分，另記一份帳，不需要網路。</translation>
    </message>
    <message>
        <source>Head office starts …</source>
        <translation>本店總部啟動中…</translation>
    </message>
    <message>
        <source>Head office in this shop is starting</source>
        <translation>本店總部正在啟動</translation>
    </message>
    <message>
        <source>Head office stopped</source>
        <translation>本店總部未執行</translation>
    </message>
    <message>
        <source>Head office in this shop is not running</source>
        <translation>本店總部沒有執行</translation>
    </message>
    <message>
        <source>Selling goes on, stored value included, and nothing is lost. It is started again by itself; if that does not help, close the till and open it again. &apos;membertill doctor&apos; says what is in the way.</source>
        <translation>照常銷售，儲值也可用，資料不會丟失。它會自動重新啟動；若仍不行，請關閉本程式再開啟。「membertill doctor」 會說明原因。</translation>
    </message>
    <message>
        <source>Stored value rests</source>
        <translation>儲值暫停</translation>
    </message>
    <message>
        <source>This till is older than its own head office</source>
        <translation>本機資料比本店總部舊</translation>
    </message>
    <message>
        <source>It was put back from an old copy, so cards may hold less than it believes. Cash and cards go on. Bring it up to date with &apos;membertill restore&apos;, rename the folder below, and open the till again.</source>
        <translation>本機是用舊副本恢復的，卡內餘額可能比本機顯示的少。現金和銀行卡照常。請用 「membertill restore」 補到最新，給下方的資料夾改名，再開啟本程式。</translation>
    </message>
    <message>
        <source>Head office built anew</source>
        <translation>本店總部已重建</translation>
    </message>
    <message>
        <source>Head office in this shop was built anew</source>
        <translation>本店總部已重新建立</translation>
    </message>
    <message>
        <source>Not known to head office</source>
        <translation>總部不認識本機</translation>
    </message>
    <message>
        <source>Head office in this shop knows another till</source>
        <translation>本店總部登記的是另一台收銀機</translation>
    </message>
    <message>
        <source>Selling goes on and everything is kept. Close the till, rename the folder below, and open the till again: head office is then built anew from this till&apos;s journal.</source>
        <translation>照常銷售，資料都已儲存。請關閉本程式，給下方的資料夾改名，再開啟：本店總部會根據本機日誌重新建立。</translation>
    </message>
    <message>
        <source>Head office does not know this till</source>
        <translation>總部不認識這台收銀機</translation>
    </message>
    <message>
        <source>Not our head office</source>
        <translation>對方不是本總部</translation>
    </message>
    <message>
        <source>Something else answers at head office&apos;s address</source>
        <translation>總部地址上應答的不是本總部</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Sales are kept here; call head office.</source>
        <translation>沒有向它傳送任何資料。銷售資料儲存在本機，請聯絡總部。</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>需要升級</translation>
    </message>
    <message>
        <source>Head office asks for a newer version of this till</source>
        <translation>總部要求升級本機程式</translation>
    </message>
    <message>
        <source>Sales still reach it; stored value can be spent only from what lies here.</source>
        <translation>銷售仍會上傳；儲值只能使用本機已有的額度。</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>總部無法識別</translation>
    </message>
    <message>
        <source>Head office cannot read what this till says</source>
        <translation>總部無法識別本機的資料</translation>
    </message>
    <message>
        <source>Sales are kept here and sent again. Call support: one of the two needs an update.</source>
        <translation>銷售資料儲存在本機並會重發。請聯絡技術支援：其中一方需要升級。</translation>
    </message>
    <message>
        <source>Head office recovers</source>
        <translation>總部恢復中</translation>
    </message>
    <message>
        <source>Head office was restored and waits for all tills</source>
        <translation>總部已從備份恢復，正在等待所有收銀機</translation>
    </message>
    <message>
        <source>Until then it lends nothing; stored value can be spent from what lies here.</source>
        <translation>在此之前不發放額度；儲值可使用本機已有的部分。</translation>
    </message>
    <message>
        <source>Head office restored</source>
        <translation>總部已恢復</translation>
    </message>
    <message>
        <source>Head office was restored from a copy</source>
        <translation>總部已從備份恢復</translation>
    </message>
    <message>
        <source>Too many look-ups</source>
        <translation>查詢過於頻繁</translation>
    </message>
    <message>
        <source>This till has looked up too many members or receipts elsewhere</source>
        <translation>本機查詢外區會員或其他收銀機收據過多</translation>
    </message>
    <message>
        <source>Head office answers again in a few minutes, and has been told. Selling goes on.</source>
        <translation>總部幾分鐘後會再答覆，並已收到提示；銷售不受影響。</translation>
    </message>
    <message>
        <source>This till has told it everything again. Nothing is to be done here.</source>
        <translation>本機已重新上報全部資料，無需任何操作。</translation>
    </message>
    <message>
        <source>Head office busy</source>
        <translation>總部繁忙</translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation>總部繁忙</translation>
    </message>
    <message>
        <source>It asked this till to come back in a moment; that happens by itself.</source>
        <translation>總部請本機稍後再試，會自動進行。</translation>
    </message>
    <message>
        <source>the till was written off as lost</source>
        <translation>本機已作為遺失登出</translation>
    </message>
    <message>
        <source>there are two copies of this till</source>
        <translation>本機存在兩份副本</translation>
    </message>
    <message>
        <source>the till was restored from an old copy</source>
        <translation>本機是從舊備份恢復的</translation>
    </message>
    <message>
        <source>Stand-alone</source>
        <translation>本店單機</translation>
    </message>
    <message>
        <source>This till works for itself</source>
        <translation>本機獨立執行</translation>
    </message>
    <message>
        <source>It belongs to no head office. Everything is kept here, in two places, and can be backed up.</source>
        <translation>本機不屬於任何總部。所有資料儲存在本機的兩處，可以備份。</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在連線…</translation>
    </message>
    <message>
        <source>Looking for head office</source>
        <translation>正在連線總部</translation>
    </message>
    <message>
        <source>Selling need not wait for it.</source>
        <translation>收銀無需等待。</translation>
    </message>
    <message>
        <source>Online since {time}</source>
        <translation>{time} 起連線</translation>
    </message>
    <message>
        <source>Head office has everything</source>
        <translation>資料已全部上傳總部</translation>
    </message>
    <message>
        <source>On the way to head office</source>
        <translation>正在上傳總部</translation>
    </message>
    <message>
        <source>Each sale follows by itself within seconds.</source>
        <translation>每筆銷售會在幾秒內自動上傳。</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起離線</translation>
    </message>
    <message>
        <source>Selling goes on. Stored value can be spent from what lies here; everything is kept and follows by itself.</source>
        <translation>照常收銀。儲值可使用本機已有的額度；所有資料已儲存，聯網後自動上傳。</translation>
    </message>
    <message>
        <source>Head office cannot be reached</source>
        <translation>連不上總部</translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation>待上傳 {count}</translation>
    </message>
    <message>
        <source>Cash and cards go on, and every sale still reaches head office. Call head office ({reason}); with its code this till is enrolled again.</source>
        <translation>現金和銀行卡照常收款，每筆銷售仍會上傳總部。請聯絡總部（{reason}），用總部給的登記碼重新登記本機。</translation>
    </message>
    <message>
        <source>Sales are kept here. Call head office; with its code this till is enrolled again.</source>
        <translation>銷售資料儲存在本機。請聯絡總部，用總部給的登記碼重新登記本機。</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Online since {time}</source>
        <translation>{time} 起連線</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起離線</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>沒有待上傳</translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>尚未聯絡</translation>
    </message>
    <message>
        <source>Trying now …</source>
        <translation>正在嘗試…</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>總部</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>返回收銀</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即聯絡</translation>
    </message>
    <message>
        <source>Join a chain</source>
        <translation>加入連鎖</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待上傳</translation>
    </message>
    <message>
        <source>Stored value lent to this till</source>
        <translation>本機持有的儲值額度</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>本機</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>最早一條</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近聯絡</translation>
    </message>
    <message>
        <source>Tries again by itself</source>
        <translation>下次自動重試</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>點數</translation>
    </message>
    <message>
        <source>Lots in all</source>
        <translation>額度筆數</translation>
    </message>
    <message>
        <source>Without contact, paused from</source>
        <translation>若無聯絡，暫停時間</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名稱</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>重新登記</translation>
    </message>
    <message>
        <source>Key (head office lists the same)</source>
        <translation>金鑰指紋（與總部列表一致）</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Receipt</source>
        <translation>銷售收據</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>禮品收據</translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation>退貨收據</translation>
    </message>
    <message>
        <source>Stored-value slip</source>
        <translation>儲值單</translation>
    </message>
    <message>
        <source>Pass or service slip</source>
        <translation>次卡與權益收據</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 報表</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z 報表</translation>
    </message>
    <message>
        <source>Shift slip</source>
        <translation>交班單</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>測試頁</translation>
    </message>
    <message>
        <source>Line {line}: this cannot be read: {found}</source>
        <translation>第 {line} 行無法讀取：{found}</translation>
    </message>
    <message>
        <source>Line {line}: &apos;{found}&apos; is not known here; known: {allowed}</source>
        <translation>第 {line} 行：這裡不認識「{found}」，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: this slip has no &apos;{found}&apos;; it has: {allowed}</source>
        <translation>第 {line} 行：這種收據沒有「{found}」，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: no slip says &apos;{found}&apos;; known: {allowed}</source>
        <translation>第 {line} 行：收據上沒有「{found}」這個詞，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: a list is expected: slip = [ … ], of: {allowed}</source>
        <translation>第 {line} 行：應為列表 slip = [ … ]，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: after {found} words in quotes are expected</source>
        <translation>第 {line} 行：{found} 後面應為帶引號的文字</translation>
    </message>
    <message>
        <source>Line {line}: after {found} true or false is expected</source>
        <translation>第 {line} 行：{found} 後面應為 true 或 false</translation>
    </message>
    <message>
        <source>Line {line}: {found} blank lines; {allowed} are expected</source>
        <translation>第 {line} 行：空行數為 {found}，應為 {allowed}</translation>
    </message>
    <message>
        <source>Line {line}: bars hold plain letters and figures, not &apos;{found}&apos;</source>
        <translation>第 {line} 行：條碼只能用英文字母和數字，不能用「{found}」</translation>
    </message>
    <message>
        <source>The picture is too big: at most 5 MB and 20 million pixels.</source>
        <translation>圖片太大：最多 5 MB、2000 萬畫素。</translation>
    </message>
    <message>
        <source>This file is no picture. PNG, JPEG, BMP and GIF are.</source>
        <translation>這個檔案不是圖片，請選 PNG、JPEG、BMP 或 GIF。</translation>
    </message>
    <message>
        <source>The picture could not be read or kept.</source>
        <translation>圖片無法讀取或儲存。</translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>The receipt prints again, marked as a copy.</source>
        <translation>正在補打收據，會標明「補打」。</translation>
    </message>
    <message>
        <source>A receipt without prices prints, for the present.</source>
        <translation>正在列印不含價格的禮品收據。</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Back to the basket; nothing is lost</source>
        <translation>返回購物籃，不會丟失</translation>
    </message>
</context>
<context>
    <name>TopUpDonePanel</name>
    <message>
        <source>Done</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>再打一張</translation>
    </message>
    <message>
        <source>The slip is printing; its code proves the top-up. The customer should keep it.</source>
        <translation>收據正在列印，票上的 QR 碼是加值憑證，請顧客妥善保管。</translation>
    </message>
    <message>
        <source>Topped up {amount}</source>
        <translation>已加值 {amount}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>On the card now</source>
        <translation>卡內現有</translation>
    </message>
    <message>
        <source>{amount} bonus</source>
        <translation>贈送 {amount}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 點數</translation>
    </message>
</context>
<context>
    <name>TopUpScreen</name>
    <message>
        <source>This scan was not taken</source>
        <translation>這次掃描未採用</translation>
    </message>
    <message>
        <source>Finish the top-up first, then scan again.</source>
        <translation>請先完成加值，再重新掃描。</translation>
    </message>
    <message>
        <source>Topped up {amount}</source>
        <translation>已加值 {amount}</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>Money was taken for this top-up</source>
        <translation>此次加值已收款</translation>
    </message>
    <message>
        <source>Finish it, or hand the money back with Del first.</source>
        <translation>請完成加值，或先按 Del 退還款項。</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>加值</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
</context>
<context>
    <name>Totals</name>
    <message>
        <source>Items: {count}</source>
        <translation>共 {count} 件</translation>
    </message>
    <message>
        <source>Saved {amount}</source>
        <translation>已優惠 {amount}</translation>
    </message>
    <message>
        <source>Working out the offers…</source>
        <translation>正在計算優惠……</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合計</translation>
    </message>
    <message>
        <source>Pay</source>
        <translation>收款</translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>不銷售開啟錢箱</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Check it with the customer, then go on. Esc sets it aside or clears it.</source>
        <translation>請與顧客核對後繼續；按 Esc 可掛單或清空。</translation>
    </message>
    <message>
        <source>Payments taken for it are kept as well: go on with F12.</source>
        <translation>已收的款項也已保留，按 F12 繼續收款。</translation>
    </message>
    <message>
        <source>The unfinished basket of last time is back</source>
        <translation>上次未完成的購物籃已恢復</translation>
    </message>
</context>
<context>
    <name>ValueTasks</name>
    <message>
        <source>What is left of the principal goes back; by law within 7 days of asking, and here at once.</source>
        <translation>退還本金餘額；法規要求申請後 7 日內辦理，這裡當場退。</translation>
    </message>
    <message>
        <source>{amount} more lies at head office or other tills.</source>
        <translation>另有 {amount} 在總部或其他收銀機。</translation>
    </message>
    <message>
        <source>Pay the balance out</source>
        <translation>餘額退款</translation>
    </message>
    <message>
        <source>Pay {amount} out; {bonus} of bonus is taken back</source>
        <translation>退 {amount}，扣回贈送金 {bonus}</translation>
    </message>
    <message>
        <source>As if it had never been: everything it brought goes back. Nothing of it may have been spent.</source>
        <translation>等於沒有充過：帶來的全部扣回；其中不能有已使用的。</translation>
    </message>
    <message>
        <source>Which top-up?</source>
        <translation>哪一筆加值？</translation>
    </message>
    <message>
        <source>Undo the top-up of {amount}</source>
        <translation>撤銷 {amount} 的加值</translation>
    </message>
    <message>
        <source>Principal and bonus move alike, and keep their dates.</source>
        <translation>本金與贈送金按比例轉移，有效期不變。</translation>
    </message>
    <message>
        <source>Move value to another card</source>
        <translation>轉到另一張卡</translation>
    </message>
    <message>
        <source>To which card? {amount}</source>
        <translation>轉到哪張卡？{amount}</translation>
    </message>
    <message>
        <source>Swipe, scan or type the card that is to hold it.</source>
        <translation>請刷、掃或輸入轉入的卡。</translation>
    </message>
    <message>
        <source>That is no card</source>
        <translation>這不是卡</translation>
    </message>
    <message>
        <source>a card without a name</source>
        <translation>不記名卡</translation>
    </message>
    <message>
        <source>Move {amount} to {name}</source>
        <translation>轉 {amount} 到{name}</translation>
    </message>
    <message>
        <source>It cannot be taken back by itself.</source>
        <translation>轉出後不能自動撤回。</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>確認轉移</translation>
    </message>
    <message>
        <source>Give the customer {amount}: {name}</source>
        <translation>請付給顧客 {amount}：{name}</translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation>收據正在列印，請顧客簽名。</translation>
    </message>
    <message>
        <source>{amount} was moved</source>
        <translation>已轉移 {amount}</translation>
    </message>
</context>
<context>
    <name>WalletDesk</name>
    <message>
        <source>Card and stored value</source>
        <translation>卡與儲值</translation>
    </message>
    <message>
        <source>Pay the balance out</source>
        <translation>餘額退款</translation>
    </message>
    <message>
        <source>Undo a top-up</source>
        <translation>撤銷加值</translation>
    </message>
    <message>
        <source>Pay a pass or membership back</source>
        <translation>退次卡或付費會員</translation>
    </message>
    <message>
        <source>Undo a service</source>
        <translation>撤銷一項權益</translation>
    </message>
    <message>
        <source>Move value to another card</source>
        <translation>轉到另一張卡</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投訴</translation>
    </message>
    <message>
        <source>Issue a card</source>
        <translation>發卡</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>設定密碼</translation>
    </message>
    <message>
        <source>Replace a card</source>
        <translation>換卡</translation>
    </message>
    <message>
        <source>Report a card lost</source>
        <translation>掛失</translation>
    </message>
    <message>
        <source>Freeze a card</source>
        <translation>凍結</translation>
    </message>
    <message>
        <source>Let a card be used again</source>
        <translation>恢復使用</translation>
    </message>
</context>
<context>
    <name>WalletPinDialog</name>
    <message>
        <source>The customer chooses a PIN</source>
        <translation>請顧客設定密碼</translation>
    </message>
    <message>
        <source>The customer&apos;s PIN</source>
        <translation>請顧客輸入密碼</translation>
    </message>
    <message>
        <source>New PIN, four digits or more</source>
        <translation>新密碼，四位以上數字</translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation>再輸一次</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密碼</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>確定</translation>
    </message>
</context>
<context>
    <name>WalletTiles</name>
    <message>
        <source>The wallet is empty.</source>
        <translation>錢包是空的。</translation>
    </message>
    <message>
        <source>Usable here</source>
        <translation>本機可用</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地方</translation>
    </message>
</context>
<context>
    <name>Way</name>
    <message>
        <source>{done} of {total} kB</source>
        <translation>{done} / {total} kB</translation>
    </message>
</context>
<context>
    <name>WedgeCard</name>
    <message>
        <source>Keyboard scanners</source>
        <translation>鍵盤式掃描器</translation>
    </message>
    <message>
        <source>What comes faster than a person types is a scan. Change this only if scans land in text fields.</source>
        <translation>比人打字更快的輸入就是掃碼。只有掃碼內容進入輸入框時才需要修改。</translation>
    </message>
    <message>
        <source>Longest gap in a scan</source>
        <translation>掃碼內最長間隔</translation>
    </message>
    <message>
        <source>Shortest scan</source>
        <translation>最短掃碼</translation>
    </message>
    <message>
        <source>Sent before each code</source>
        <translation>字首</translation>
    </message>
    <message>
        <source>Sent after each code</source>
        <translation>字尾</translation>
    </message>
    <message>
        <source>It sends</source>
        <translation>傳送內容</translation>
    </message>
    <message>
        <source>Its keys</source>
        <translation>按鍵</translation>
    </message>
    <message>
        <source>as on this keyboard</source>
        <translation>與本機鍵盤相同</translation>
    </message>
    <message>
        <source>always US</source>
        <translation>始終按美式鍵盤</translation>
    </message>
    <message>
        <source>A chip reader that types needs a prefix: its bare number could be goods. Set one on the reader, e.g. ~U, and write it here; the same for slow Bluetooth scanners.</source>
        <translation>鍵盤式晶片讀卡器必須有字首：沒有字首的號碼可能被當成商品。請在讀卡器上設定字首（如 ~U），並填在這裡；較慢的藍牙掃描器也一樣。</translation>
    </message>
    <message>
        <source>Add a keyboard scanner</source>
        <translation>新增鍵盤式裝置</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>刪除</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 個字元</translation>
    </message>
</context>
<context>
    <name>WedgeRow</name>
    <message>
        <source>Sent before each code</source>
        <translation>字首</translation>
    </message>
    <message>
        <source>Sent after each code</source>
        <translation>字尾</translation>
    </message>
    <message>
        <source>It sends</source>
        <translation>傳送內容</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Language</source>
        <translation>語言</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>歡迎</translation>
    </message>
    <message>
        <source>A few questions, then this till can sell. Nothing is kept before the last one.</source>
        <translation>回答幾個問題，本機就能開始銷售。最後一步之前不會儲存任何內容。</translation>
    </message>
    <message>
        <source>One shop or a chain</source>
        <translation>單店或連鎖</translation>
    </message>
    <message>
        <source>Does this till belong to a chain?</source>
        <translation>這台收銀機屬於連鎖店嗎？</translation>
    </message>
    <message>
        <source>A shop of its own can join a chain later, with its members and all it has sold.</source>
        <translation>單店以後也可以帶著會員和全部銷售加入連鎖。</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>總部</translation>
    </message>
    <message>
        <source>The code of head office</source>
        <translation>總部的登記碼</translation>
    </message>
    <message>
        <source>Head office makes it with &apos;membertill-office enrol-code&apos;: for one till, good for 15 minutes.</source>
        <translation>由總部用 「membertill-office enrol-code」 生成：只限一台收銀機，15 分鐘內有效。</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>門市</translation>
    </message>
    <message>
        <source>What stands on every receipt</source>
        <translation>印在每張收據上的內容</translation>
    </message>
    <message>
        <source>All of it can be changed later under settings.</source>
        <translation>以後都可以在設定裡修改。</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>會員方案</translation>
    </message>
    <message>
        <source>What your members are granted</source>
        <translation>給會員的權益</translation>
    </message>
    <message>
        <source>Tiers, points, promotions and ways to pay come from a programme. Choose one.</source>
        <translation>等級、點數、促銷和支付方式都來自會員方案。請選擇一個。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>印表機</translation>
    </message>
    <message>
        <source>The receipt printer</source>
        <translation>收據印表機</translation>
    </message>
    <message>
        <source>It may wait: settings have the same page. Keyboard scanners need nothing.</source>
        <translation>可以以後再設：設定裡有同樣的頁面。鍵盤式掃描器無需設定。</translation>
    </message>
    <message>
        <source>First person</source>
        <translation>第一位人員</translation>
    </message>
    <message>
        <source>Who is the manager?</source>
        <translation>店長是誰？</translation>
    </message>
    <message>
        <source>The first person to sign on, who may do everything. Keep the PIN to yourself.</source>
        <translation>第一位登入的人，擁有全部許可權。請保管好密碼。</translation>
    </message>
    <message>
        <source>This is no whole code</source>
        <translation>登記碼不完整</translation>
    </message>
    <message>
        <source>Take the whole line: it begins with https:// and ends in the certificate&apos;s fingerprint.</source>
        <translation>請輸入整行：以 https:// 開頭，以證書指紋結尾。</translation>
    </message>
    <message>
        <source>Please compare the fingerprint</source>
        <translation>請核對指紋</translation>
    </message>
    <message>
        <source>If head office shows the same one, say so with F2.</source>
        <translation>若總部顯示的相同，請按 F2 確認。</translation>
    </message>
    <message>
        <source>The shop needs a name</source>
        <translation>請填寫店名</translation>
    </message>
    <message>
        <source>It stands at the top of every receipt.</source>
        <translation>它印在每張收據的頂部。</translation>
    </message>
    <message>
        <source>The manager needs a name</source>
        <translation>請填寫店長姓名</translation>
    </message>
    <message>
        <source>It stands on the sign-on and on receipts.</source>
        <translation>它會顯示在登入介面和收據上。</translation>
    </message>
    <message>
        <source>The PIN is too short</source>
        <translation>密碼太短</translation>
    </message>
    <message>
        <source>Take four digits or more.</source>
        <translation>請用四位或更多數字。</translation>
    </message>
    <message>
        <source>The PIN was not typed twice alike</source>
        <translation>兩次輸入的密碼不一致</translation>
    </message>
    <message>
        <source>Type it again, both times.</source>
        <translation>請重新輸入兩次。</translation>
    </message>
    <message>
        <source>Head office does not know this code</source>
        <translation>總部不認識這個登記碼</translation>
    </message>
    <message>
        <source>Type it again, letter by letter. After five wrong tries it needs a new one.</source>
        <translation>請逐字重新輸入。錯五次後需要新的登記碼。</translation>
    </message>
    <message>
        <source>This code has run out</source>
        <translation>登記碼已過期</translation>
    </message>
    <message>
        <source>A code is good for 15 minutes. Ask head office for a new one.</source>
        <translation>登記碼 15 分鐘內有效。請向總部要新的。</translation>
    </message>
    <message>
        <source>This code was tried wrongly five times</source>
        <translation>登記碼已輸錯五次</translation>
    </message>
    <message>
        <source>It is good for nothing any more. Ask head office for a new one.</source>
        <translation>它已作廢。請向總部要新的。</translation>
    </message>
    <message>
        <source>This code was used already</source>
        <translation>登記碼已用過</translation>
    </message>
    <message>
        <source>Each till needs a code of its own. Ask head office for another one.</source>
        <translation>每台收銀機要用自己的登記碼。請向總部再要一個。</translation>
    </message>
    <message>
        <source>Head office refuses this till</source>
        <translation>總部拒絕了這台收銀機</translation>
    </message>
    <message>
        <source>Call head office: {detail}.</source>
        <translation>請聯絡總部：{detail}。</translation>
    </message>
    <message>
        <source>Head office cannot be reached</source>
        <translation>無法連線總部</translation>
    </message>
    <message>
        <source>Is the network on, and does head office run? Try again; the code is still good.</source>
        <translation>網路通嗎，總部在執行嗎？請再試一次，登記碼仍然有效。</translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation>這個地址上回應的不是總部</translation>
    </message>
    <message>
        <source>Its certificate is not the code&apos;s, so nothing was sent. Check the address.</source>
        <translation>證書與登記碼不符，沒有傳送任何內容。請檢查地址。</translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation>總部繁忙</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>請稍候再試。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁碟已滿</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing half made was left.</source>
        <translation>請騰出空間再試；沒有留下半成品。</translation>
    </message>
    <message>
        <source>The till could not be set up</source>
        <translation>收銀機未能設定成功</translation>
    </message>
    <message>
        <source>Nothing half made was left. Try again; if it stays so, call support: {detail}.</source>
        <translation>沒有留下半成品。請再試；若仍不行，請聯絡技術支援：{detail}。</translation>
    </message>
</context>
<context>
    <name>WizardWindow</name>
    <message>
        <source>The till is being set up …</source>
        <translation>正在設定收銀機…</translation>
    </message>
    <message>
        <source>This takes a few seconds. Esc gives it up.</source>
        <translation>需要幾秒鐘。按 Esc 放棄。</translation>
    </message>
    <message>
        <source>Set up this till</source>
        <translation>設定收銀機</translation>
    </message>
    <message>
        <source>Set up the till</source>
        <translation>完成設定</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放棄</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
</context>
<context>
    <name>WordsDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>儲存</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>還沒有填寫</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>簡單寫幾個字即可。</translation>
    </message>
</context>
</TS>
