<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>AdvanceDialog</name>
    <message>
        <source>Pay {amount} in advance on receipt {number}</source>
        <translation>为小票 {number} 垫付 {amount}</translation>
    </message>
    <message>
        <source>{amount} paid in advance on {number}</source>
        <translation>已为 {number} 垫付 {amount}</translation>
    </message>
    <message>
        <source>Keep the receipt. Once the line is back refund the sale here, and put this sum back as cash in.</source>
        <translation>请留存小票。网络恢复后在本机办理退货，并把这笔钱作为现金存入放回钱箱。</translation>
    </message>
    <message>
        <source>Receipt {number} is another till&apos;s</source>
        <translation>小票 {number} 是其他收银机开的</translation>
    </message>
    <message>
        <source>Head office cannot be reached, so nobody here knows what was sold. Refund it once the line is back, or at the till that sold it. If the customer cannot wait, a manager may pay an advance of up to {amount} in cash; the shop stands for it.</source>
        <translation>现在连不上总部，本机不知道这一单卖了什么。请等网络恢复后再退，或到原收银机退货。顾客不能等时，店长最多可用现金垫付 {amount}，风险由本店承担。</translation>
    </message>
    <message>
        <source>What comes back</source>
        <translation>退回的商品</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
    </message>
    <message>
        <source>Refund it later</source>
        <translation>以后再退</translation>
    </message>
    <message>
        <source>Pay an advance</source>
        <translation>现金垫付</translation>
    </message>
    <message>
        <source>What comes back?</source>
        <translation>退回什么商品？</translation>
    </message>
    <message>
        <source>Name the goods, as on the receipt.</source>
        <translation>请照小票写明商品。</translation>
    </message>
</context>
<context>
    <name>AmountDialog</name>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
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
        <translation>实付 {amount}</translation>
    </message>
    <message>
        <source>{amount} bonus</source>
        <translation>赠送 {amount}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 积分</translation>
    </message>
    <message>
        <source>{count} parts of the bonus come monthly, the next on {day}</source>
        <translation>赠送金另有 {count} 期按月到账，下一期 {day}</translation>
    </message>
    <message>
        <source>On the card now</source>
        <translation>卡内现有</translation>
    </message>
    <message>
        <source>On the card then</source>
        <translation>充值后卡内</translation>
    </message>
    <message>
        <source>Another amount</source>
        <translation>其他金额</translation>
    </message>
    <message>
        <source>Take the money</source>
        <translation>去收款</translation>
    </message>
    <message>
        <source>Card without a name</source>
        <translation>不记名卡</translation>
    </message>
    <message>
        <source>{principal} + bonus {bonus} · {points} points</source>
        <translation>{principal} + 赠送 {bonus} · {points} 积分</translation>
    </message>
</context>
<context>
    <name>ApprovalDialog</name>
    <message>
        <source>Approval needed</source>
        <translation>需要授权</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Who allows it</source>
        <translation>谁来授权</translation>
    </message>
    <message>
        <source>Nobody at this till may allow it.</source>
        <translation>本机没有人可以授权。</translation>
    </message>
    <message>
        <source>PIN of the one who allows it</source>
        <translation>授权人的密码</translation>
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
        <translation>正在向总部申请 {amount} 积分</translation>
    </message>
    <message>
        <source>Asking head office for {amount}</source>
        <translation>正在向总部申请 {amount}</translation>
    </message>
    <message>
        <source>It lies there. This takes a moment at most.</source>
        <translation>存放在总部，片刻即可调来。</translation>
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
        <translation>{name} 改为 {price}</translation>
    </message>
</context>
<context>
    <name>BenefitsScreen</name>
    <message>
        <source>Card without a name</source>
        <translation>不记名卡</translation>
    </message>
    <message>
        <source>Services · {name}</source>
        <translation>会员权益 · {name}</translation>
    </message>
    <message>
        <source>{name}: {price}</source>
        <translation>{name}：{price}</translation>
    </message>
    <message>
        <source>How is it paid?</source>
        <translation>用什么方式付款？</translation>
    </message>
    <message>
        <source>{name}: once more?</source>
        <translation>{name}：再来一次？</translation>
    </message>
    <message>
        <source>It was had a moment ago.</source>
        <translation>刚刚已经办过一次。</translation>
    </message>
    <message>
        <source>No</source>
        <translation>不用</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>再来一次</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>办理</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Costs</source>
        <translation>所需</translation>
    </message>
    <message>
        <source>Why not now</source>
        <translation>暂不能办理的原因</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>会员权益</translation>
    </message>
    <message>
        <source>Undo a service</source>
        <translation>撤销一项权益</translation>
    </message>
    <message>
        <source>Nothing besides goods</source>
        <translation>除商品外没有其他权益</translation>
    </message>
    <message>
        <source>This programme has no passes, draws, redemptions or paid memberships for this member.</source>
        <translation>本方案没有可为这位会员办理的次卡、抽奖、兑换或付费会员。</translation>
    </message>
</context>
<context>
    <name>CardDialog</name>
    <message>
        <source>Card number</source>
        <translation>卡号</translation>
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
        <translation>没有读到卡</translation>
    </message>
    <message>
        <source>Swipe it, scan it, or type its number.</source>
        <translation>请刷卡、扫码或输入卡号。</translation>
    </message>
</context>
<context>
    <name>CardRow</name>
    <message>
        <source>Begins with</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>Digits</source>
        <translation>位数</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>种类</translation>
    </message>
    <message>
        <source>Check digit</source>
        <translation>校验位</translation>
    </message>
    <message>
        <source>member card</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>stored-value card</source>
        <translation>储值卡</translation>
    </message>
    <message>
        <source>the last (Luhn)</source>
        <translation>末位（Luhn）</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
</context>
<context>
    <name>CardTasks</name>
    <message>
        <source>Which card?</source>
        <translation>哪张卡？</translation>
    </message>
    <message>
        <source>Issue a card</source>
        <translation>发卡</translation>
    </message>
    <message>
        <source>Swipe or scan the new card; it opens the same wallet.</source>
        <translation>请刷或扫新卡，新卡打开同一个钱包。</translation>
    </message>
    <message>
        <source>Issue card {card}</source>
        <translation>发卡 {card}</translation>
    </message>
    <message>
        <source>Turn the screen or the keyboard to the customer. It is asked for when much is spent.</source>
        <translation>请把屏幕或键盘转向顾客。大额支付时会要求输入。</translation>
    </message>
    <message>
        <source>The PIN is kept at this till</source>
        <translation>密码已保存在本机</translation>
    </message>
    <message>
        <source>It counts from now on.</source>
        <translation>立即生效。</translation>
    </message>
    <message>
        <source>A PIN for this wallet</source>
        <translation>为这个钱包设置密码</translation>
    </message>
    <message>
        <source>Replace card {card}</source>
        <translation>换卡 {card}</translation>
    </message>
    <message>
        <source>Swipe or scan the new card. The old one opens nothing from then on; the value stays.</source>
        <translation>请刷或扫新卡。旧卡从此失效，储值不变。</translation>
    </message>
    <message>
        <source>Report card {card} lost</source>
        <translation>挂失卡 {card}</translation>
    </message>
    <message>
        <source>Freeze card {card}</source>
        <translation>冻结卡 {card}</translation>
    </message>
    <message>
        <source>Let card {card} be used again</source>
        <translation>恢复使用卡 {card}</translation>
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
        <translation>已回访</translation>
    </message>
</context>
<context>
    <name>CashDialog</name>
    <message>
        <source>Cash in</source>
        <translation>存入现金</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>取出现金</translation>
    </message>
    <message>
        <source>Cash put into the drawer without a sale.</source>
        <translation>不是销售所得、放进钱箱的现金。</translation>
    </message>
    <message>
        <source>Cash taken out of the drawer without a refund.</source>
        <translation>不是退货、从钱箱取走的现金。</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>金额</translation>
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
        <translation>关闭收银机？</translation>
    </message>
    <message>
        <source>Goods lie in the basket. They stay, and are back when the till is next opened.</source>
        <translation>购物篮里还有商品，会自动保留，下次打开收银机时恢复。</translation>
    </message>
    <message>
        <source>Go on selling</source>
        <translation>继续收银</translation>
    </message>
    <message>
        <source>Close the till</source>
        <translation>关闭收银机</translation>
    </message>
</context>
<context>
    <name>CloseShiftDialog</name>
    <message>
        <source>Close the shift with {amount} counted?</source>
        <translation>实点 {amount}，确认交班？</translation>
    </message>
    <message>
        <source>After this the count stands, and the Z report prints.</source>
        <translation>确认后实点金额不能再改，并打印 Z 报表。</translation>
    </message>
    <message>
        <source>Nothing was counted: the drawer would go on record as empty.</source>
        <translation>还没有清点：将按钱箱为空入账。</translation>
    </message>
    <message>
        <source>Count again</source>
        <translation>再点一次</translation>
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
        <translation>称重商品</translation>
    </message>
    <message>
        <source>goods, GS1 label</source>
        <translation>商品（GS1 标签）</translation>
    </message>
    <message>
        <source>member code on a phone</source>
        <translation>手机会员码</translation>
    </message>
    <message>
        <source>member card</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>stored-value card</source>
        <translation>储值卡</translation>
    </message>
    <message>
        <source>voucher</source>
        <translation>券</translation>
    </message>
    <message>
        <source>receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>bank card, not kept</source>
        <translation>银行卡，不保存</translation>
    </message>
    <message>
        <source>unreadable swipe</source>
        <translation>刷卡不完整</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不认识</translation>
    </message>
    <message>
        <source>a digit is wrong</source>
        <translation>有一位不对</translation>
    </message>
</context>
<context>
    <name>CodePage</name>
    <message>
        <source>Type, paste or scan the whole line</source>
        <translation>输入、粘贴或扫描整行</translation>
    </message>
    <message>
        <source>Head office&apos;s certificate begins with</source>
        <translation>总部证书指纹的开头</translation>
    </message>
    <message>
        <source>Head office shows the same behind the last #</source>
        <translation>与总部最后一个 # 后面的相同</translation>
    </message>
</context>
<context>
    <name>CodesPage</name>
    <message>
        <source>Cards</source>
        <translation>卡号规则</translation>
    </message>
    <message>
        <source>Which numbers are cards of this shop. Cards in use must stay among them.</source>
        <translation>哪些号码是本店的卡。正在使用的卡号必须包含在内。</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>无。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Add cards</source>
        <translation>添加卡号规则</translation>
    </message>
    <message>
        <source>The number is on magnetic track</source>
        <translation>卡号所在磁道</translation>
    </message>
    <message>
        <source>any; all must agree</source>
        <translation>任意磁道，须一致</translation>
    </message>
    <message>
        <source>Chip cards are listed by their number in</source>
        <translation>芯片卡号在会员目录中的写法</translation>
    </message>
    <message>
        <source>hex digits</source>
        <translation>十六进制</translation>
    </message>
    <message>
        <source>ten decimal digits</source>
        <translation>十位十进制</translation>
    </message>
    <message>
        <source>Labels of the scales</source>
        <translation>电子秤标签</translation>
    </message>
    <message>
        <source>13 digits: prefix, goods number P, value V, check digit C.</source>
        <translation>共 13 位：前缀、商品号 P、数值 V、校验位 C。</translation>
    </message>
    <message>
        <source>Add labels</source>
        <translation>添加标签规则</translation>
    </message>
    <message>
        <source>Goods whose label says they are past their date</source>
        <translation>标签显示已过期的商品</translation>
    </message>
    <message>
        <source>Sell and warn</source>
        <translation>可售并提醒</translation>
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
        <translation>新投诉</translation>
    </message>
    <message>
        <source>{count} were closed before.</source>
        <translation>以前已结案 {count} 件。</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>What is the member not content with?</source>
        <translation>会员对什么不满意？</translation>
    </message>
    <message>
        <source>Give it to somebody</source>
        <translation>指派给同事</translation>
    </message>
    <message>
        <source>Answer it</source>
        <translation>答复</translation>
    </message>
    <message>
        <source>Close it</source>
        <translation>结案</translation>
    </message>
    <message>
        <source>Who sees to it?</source>
        <translation>由谁处理？</translation>
    </message>
    <message>
        <source>Noted</source>
        <translation>已记录</translation>
    </message>
    <message>
        <source>It stays on record with your name.</source>
        <translation>会连同您的姓名记录在案。</translation>
    </message>
</context>
<context>
    <name>CopyLine</name>
    <message>
        <source>Stop fetching</source>
        <translation>停止下载</translation>
    </message>
    <message>
        <source>Head office makes a fresh list of the members. Selling goes on with the one here.</source>
        <translation>总部正在生成新的会员名册，本机用现有名册照常收银。</translation>
    </message>
    <message>
        <source>A fresh list of the members: {done} of {total} MB. Selling goes on.</source>
        <translation>正在下载新的会员名册：{done} / {total} MB，照常收银。</translation>
    </message>
    <message>
        <source>The disk is too full for a fresh list of the members. Once there is room it comes by itself.</source>
        <translation>磁盘空间不足，放不下新的会员名册；腾出空间后会自动下载。</translation>
    </message>
    <message>
        <source>Fetching the members was stopped at {done} of {total} MB. F12 goes on with it.</source>
        <translation>会员名册下载已停在 {done} / {total} MB，按 F12 继续。</translation>
    </message>
</context>
<context>
    <name>CountPanel</name>
    <message>
        <source>Count the drawer</source>
        <translation>清点钱箱</translation>
    </message>
    <message>
        <source>How many of each? Enter goes on to the next.</source>
        <translation>每种面额各有几张？按回车到下一种。</translation>
    </message>
    <message>
        <source>Or only the sum</source>
        <translation>或只输入总额</translation>
    </message>
    <message>
        <source>Counted</source>
        <translation>实点金额</translation>
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
        <translation>已使用，优惠 {saved}</translation>
    </message>
    <message>
        <source>Fits, but saves nothing beyond the offers used</source>
        <translation>可用，但不会比当前优惠更省</translation>
    </message>
    <message>
        <source>Kept for another time</source>
        <translation>留到下次用</translation>
    </message>
    <message>
        <source>Used only if the customer asks</source>
        <translation>顾客要求时才用</translation>
    </message>
    <message>
        <source>Not on this day or hour, or not for this member</source>
        <translation>当前时间或该会员不适用</translation>
    </message>
    <message>
        <source>None of its goods are in the basket</source>
        <translation>购物篮中没有适用商品</translation>
    </message>
    <message>
        <source>{missing} more of its goods and it fits</source>
        <translation>再买 {missing} 适用商品即可使用</translation>
    </message>
    <message>
        <source>Not together with {by}</source>
        <translation>不能与「{by}」同时使用</translation>
    </message>
    <message>
        <source>Lies at head office or another till</source>
        <translation>在总部或其他收银机</translation>
    </message>
    <message>
        <source>{name}: this till holds none; head office lends it when reached</source>
        <translation>{name}：本机暂无额度，联系上总部后即可使用</translation>
    </message>
    <message>
        <source>{name}: used up for this period</source>
        <translation>{name}：本期次数已用完</translation>
    </message>
    <message>
        <source>Coupons: {count}</source>
        <translation>优惠券 {count} 张</translation>
    </message>
</context>
<context>
    <name>CouponsDialog</name>
    <message>
        <source>Coupons</source>
        <translation>优惠券</translation>
    </message>
    <message>
        <source>The best of them is used by itself. Enter keeps one for another time, or uses it.</source>
        <translation>最优惠的券会自动使用。按 Enter 可保留某张券，或改为使用。</translation>
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
        <translation>这张券现在不能用</translation>
    </message>
    <message>
        <source>To use it, keep {by} first: choose that and press Enter.</source>
        <translation>想用这张，请先选「{by}」按 Enter 保留。</translation>
    </message>
</context>
<context>
    <name>CustomerWindow</name>
    <message>
        <source>You save {amount}</source>
        <translation>为您节省 {amount}</translation>
    </message>
    <message>
        <source>Scan to pay {amount}</source>
        <translation>扫码支付 {amount}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>Still to pay</source>
        <translation>还需付</translation>
    </message>
    <message>
        <source>Thank you, see you again!</source>
        <translation>谢谢光临，欢迎再来！</translation>
    </message>
    <message>
        <source>Welcome, {name}</source>
        <translation>欢迎您，{name}</translation>
    </message>
    <message>
        <source>For the customer</source>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
</context>
<context>
    <name>DeviceRow</name>
    <message>
        <source>Set up</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Print a page</source>
        <translation>打印测试页</translation>
    </message>
    <message>
        <source>Open it</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>Light it up</source>
        <translation>点亮试试</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>显示试试</translation>
    </message>
    <message>
        <source>Try 0.01</source>
        <translation>试付 0.01</translation>
    </message>
    <message>
        <source>Try a scan</source>
        <translation>扫码试试</translation>
    </message>
</context>
<context>
    <name>Devices</name>
    <message>
        <source>on screen</source>
        <translation>屏幕模拟</translation>
    </message>
    <message>
        <source>network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>serial</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>installed</source>
        <translation>系统打印机</translation>
    </message>
    <message>
        <source>device file</source>
        <translation>设备文件</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>Cash drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Look for printers below, or choose one under Printer. Receipts are kept until then.</source>
        <translation>请在下方查找打印机，或在“打印机”中选择。此前的小票会保留。</translation>
    </message>
    <message>
        <source>not set up</source>
        <translation>未设置</translation>
    </message>
    <message>
        <source>opened by hand</source>
        <translation>手动打开</translation>
    </message>
    <message>
        <source>It hangs on the printer.</source>
        <translation>钱箱接在打印机上。</translation>
    </message>
    <message>
        <source>at the printer</source>
        <translation>接在打印机上</translation>
    </message>
    <message>
        <source>opens with the printer</source>
        <translation>由打印机打开</translation>
    </message>
    <message>
        <source>opens when the printer is well</source>
        <translation>打印机恢复后才能打开</translation>
    </message>
    <message>
        <source>not heard of yet</source>
        <translation>尚无消息</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>in use; it cannot say how it is</source>
        <translation>使用中，打印机不报告状态</translation>
    </message>
    <message>
        <source>Look at the paper now and then.</source>
        <translation>请时常看看纸卷。</translation>
    </message>
    <message>
        <source>Scanners and card readers that type</source>
        <translation>键盘式扫码枪和读卡器</translation>
    </message>
    <message>
        <source>keyboard, USB or Bluetooth</source>
        <translation>键盘口、USB 或蓝牙</translation>
    </message>
    <message>
        <source>keyboard, begins with {prefix}</source>
        <translation>键盘式，前缀 {prefix}</translation>
    </message>
    <message>
        <source>Pole display</source>
        <translation>客显</translation>
    </message>
    <message>
        <source>off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>on a second screen</source>
        <translation>有第二屏幕时显示</translation>
    </message>
    <message>
        <source>shown in a window</source>
        <translation>在窗口中显示</translation>
    </message>
    <message>
        <source>Customer&apos;s screen</source>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>Payment: {tender}</source>
        <translation>支付：{tender}</translation>
    </message>
    <message>
        <source>set up</source>
        <translation>已设置</translation>
    </message>
    <message>
        <source>A cent is paid and given back to try it.</source>
        <translation>试付一分钱，随即退回。</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Card reader (magnetic)</source>
        <translation>磁条读卡器</translation>
    </message>
    <message>
        <source>Card reader (chip)</source>
        <translation>芯片读卡器</translation>
    </message>
    <message>
        <source>listening</source>
        <translation>等待扫码</translation>
    </message>
    <message>
        <source>not there</source>
        <translation>未接上</translation>
    </message>
    <message>
        <source>This user may not use the port: add them to its group (Linux: dialout).</source>
        <translation>当前用户无权使用此端口：请加入相应用户组（Linux：dialout）。</translation>
    </message>
    <message>
        <source>Another program has the port open: close it.</source>
        <translation>端口被其他程序占用：请关闭该程序。</translation>
    </message>
    <message>
        <source>Is the cable in? It is found again by itself; another port is chosen under Set up.</source>
        <translation>线插好了吗？插好后会自动恢复；换了端口请点“设置”重新选择。</translation>
    </message>
</context>
<context>
    <name>DevicesPage</name>
    <message>
        <source>Scan or swipe something with: {device}</source>
        <translation>请用此设备扫码或刷卡：{device}</translation>
    </message>
    <message>
        <source>It is shown below and sold nowhere.</source>
        <translation>结果显示在下方，不会加入销售。</translation>
    </message>
    <message>
        <source>Compare what was read with what is printed on the code or card.</source>
        <translation>请核对读到的内容与条码或卡面上的号码。</translation>
    </message>
    <message>
        <source>{device}: heard</source>
        <translation>{device}：已收到</translation>
    </message>
    <message>
        <source>Is it plugged in and lit? One that types must send Enter after each code; one on a cable needs the right port and baud under Set up.</source>
        <translation>插好并亮灯了吗？键盘式设备须在每个码后发送回车；串口设备请点“设置”核对端口和波特率。</translation>
    </message>
    <message>
        <source>{device}: nothing was heard</source>
        <translation>{device}：没有收到任何内容</translation>
    </message>
    <message>
        <source>Trying the printer …</source>
        <translation>正在测试打印机…</translation>
    </message>
    <message>
        <source>Taking 0.01 …</source>
        <translation>正在试收 0.01 元…</translation>
    </message>
    <message>
        <source>Pay it as a customer would.</source>
        <translation>请像顾客一样付款。</translation>
    </message>
    <message>
        <source>If it does not: is its cable in, does the port and the model under Set up fit?</source>
        <translation>如果没有：线插好了吗？“设置”里的端口和型号对吗？</translation>
    </message>
    <message>
        <source>The display shows 88888.88 for some seconds</source>
        <translation>客显屏显示 88888.88 几秒钟</translation>
    </message>
    <message>
        <source>If it stands on the wrong screen: change the order of the screens in the system.</source>
        <translation>如果显示在另一块屏幕上，请在系统里调换屏幕顺序。</translation>
    </message>
    <message>
        <source>The customer&apos;s screen shows 88.88 and a code</source>
        <translation>顾客屏显示 88.88 和一个二维码</translation>
    </message>
    <message>
        <source>Plug it in and switch it on; it is found by itself. Or show it in a window: Set up.</source>
        <translation>请接上并打开第二块屏幕，会自动找到；也可在“设置”里改为窗口显示。</translation>
    </message>
    <message>
        <source>There is no second screen</source>
        <translation>没有第二块屏幕</translation>
    </message>
    <message>
        <source>The device could not be asked</source>
        <translation>无法查询设备</translation>
    </message>
    <message>
        <source>Devices of this till</source>
        <translation>本机设备</translation>
    </message>
    <message>
        <source>Try each once after it was set up. Any may be unplugged.</source>
        <translation>设置后请逐个试一次。设备可随时插拔。</translation>
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
        <translation>补打小票</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>礼品小票</translation>
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
        <translation>无需找零</translation>
    </message>
    <message>
        <source>Due {due} · paid {paid}</source>
        <translation>应收 {due} · 实收 {paid}</translation>
    </message>
    <message>
        <source>Receipt {number}</source>
        <translation>小票 {number}</translation>
    </message>
    <message>
        <source>{points} points earned</source>
        <translation>本次积分 {points}</translation>
    </message>
    <message>
        <source>This purchase lifts to {tier}: points by it already, prices from the next one on.</source>
        <translation>本单升级为{tier}：积分已按新等级计，价格从下一单起。</translation>
    </message>
    <message>
        <source>This purchase lifts to {tier}: it counts from the next one on.</source>
        <translation>本单升级为{tier}：从下一单起按新等级算。</translation>
    </message>
</context>
<context>
    <name>DraftPage</name>
    <message>
        <source>{name} (comes with membertill)</source>
        <translation>{name}（软件自带）</translation>
    </message>
    <message>
        <source>Playing the sales again: {percent} %</source>
        <translation>正在重新计算销售：{percent} %</translation>
    </message>
    <message>
        <source>Stopped. Nothing was written.</source>
        <translation>已停止，没有写入任何内容。</translation>
    </message>
    <message>
        <source>… and {count} more</source>
        <translation>……还有 {count} 处</translation>
    </message>
    <message>
        <source>Try a draft of the programme</source>
        <translation>试算会员方案草稿</translation>
    </message>
    <message>
        <source>The real sales of this till are played again under it. Nothing is written; the till sells on.</source>
        <translation>用草稿把本机的真实销售重新计算一遍。不写入任何内容，收银照常进行。</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>草稿</translation>
    </message>
    <message>
        <source>Sales of the last</source>
        <translation>最近的销售</translation>
    </message>
    <message>
        <source>{days} days</source>
        <translation>{days} 天</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>开始试算</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>What would have been different</source>
        <translation>会有什么不同</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>项目</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Was</source>
        <translation>实际</translation>
    </message>
    <message>
        <source>Would be</source>
        <translation>草稿下</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>差额</translation>
    </message>
    <message>
        <source>The receipts that change most</source>
        <translation>变化最大的小票</translation>
    </message>
    <message>
        <source>Before these days a member&apos;s tier and spend are taken as known; coupons that were used count as held. Cost prices are not known here, so this is no margin.</source>
        <translation>这段时间之前，按会员已知的等级和消费计算；用过的券视为持有。这里没有进价，所以不是毛利。</translation>
    </message>
    <message>
        <source>{name} (this shop&apos;s, {file})</source>
        <translation>{name}（本店，{file}）</translation>
    </message>
    <message>
        <source>Put your own drafts into {folder}; docs/programme-format.md says how they are written.</source>
        <translation>请把自己的草稿放到 {folder}，写法见 docs/programme-format.md。</translation>
    </message>
    <message>
        <source>{sales} sales, {members} members</source>
        <translation>{sales} 笔销售，{members} 位会员</translation>
    </message>
    <message>
        <source>Looked at, since {day}</source>
        <translation>自 {day} 起，共计算</translation>
    </message>
    <message>
        <source>Given away beyond today</source>
        <translation>比现在多让利</translation>
    </message>
    <message>
        <source>Points that members would hold more</source>
        <translation>会员多得积分</translation>
    </message>
    <message>
        <source>Stored value that is owed more</source>
        <translation>多出的储值负债</translation>
    </message>
    <message>
        <source>{count} members</source>
        <translation>{count} 位会员</translation>
    </message>
    <message>
        <source>Members in another tier</source>
        <translation>等级变动的会员</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>no tier</source>
        <translation>无等级</translation>
    </message>
</context>
<context>
    <name>EmptyBasket</name>
    <message>
        <source>Ready for the next customer</source>
        <translation>请接待下一位顾客</translation>
    </message>
    <message>
        <source>Scan goods or a member&apos;s card; type 3* first for three of it.</source>
        <translation>扫商品或会员卡；先输入 3* 表示三件。</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>还没有开班</translation>
    </message>
    <message>
        <source>F9 opens one; what is scanned meanwhile stays in the basket.</source>
        <translation>按 F9 开班；先扫的商品会留在购物篮里。</translation>
    </message>
    <message>
        <source>This till has no goods yet</source>
        <translation>本机还没有商品</translation>
    </message>
    <message>
        <source>A chain&apos;s goods come from head office. In a single shop whoever set this till up loads its list.</source>
        <translation>连锁店的商品由总部下发；单店请由安装本机的人员导入商品资料。</translation>
    </message>
    <message>
        <source>Last sale {number}: {total}, change {change}</source>
        <translation>上一笔 {number}：{total}，找零 {change}</translation>
    </message>
</context>
<context>
    <name>Enrol</name>
    <message>
        <source>Head office refuses: {reason}</source>
        <translation>总部拒绝：{reason}</translation>
    </message>
    <message>
        <source>Head office writes this till off first, then makes a new code.</source>
        <translation>请总部先核销本收银机，再生成新的登记码。</translation>
    </message>
    <message>
        <source>Head office cannot be reached.</source>
        <translation>无法连接总部。</translation>
    </message>
    <message>
        <source>Nothing was changed. Check the line and try again.</source>
        <translation>未作任何更改。请检查网络后重试。</translation>
    </message>
    <message>
        <source>This is not the whole line.</source>
        <translation>这一行不完整。</translation>
    </message>
    <message>
        <source>It begins with https:// and holds a code and a long fingerprint.</source>
        <translation>它以 https:// 开头，包含登记码和一长串指纹。</translation>
    </message>
    <message>
        <source>A shift is open.</source>
        <translation>当前班次未交班。</translation>
    </message>
    <message>
        <source>Close the shift, then enrol again; receipts begin at 1.</source>
        <translation>请先交班，再重新登记；小票号将从 1 开始。</translation>
    </message>
    <message>
        <source>Head office does not have every sale of this till yet.</source>
        <translation>本机仍有销售未上传总部。</translation>
    </message>
    <message>
        <source>Nothing was changed. Try again in a minute.</source>
        <translation>未作任何更改。请稍后再试。</translation>
    </message>
    <message>
        <source>Head office knows this till and lends to it.</source>
        <translation>总部认识本收银机，额度正常。</translation>
    </message>
    <message>
        <source>There is nothing to enrol again.</source>
        <translation>无需重新登记。</translation>
    </message>
    <message>
        <source>This till belongs to no chain.</source>
        <translation>本收银机不属于任何连锁。</translation>
    </message>
</context>
<context>
    <name>EnrolDialog</name>
    <message>
        <source>Enrol this till again</source>
        <translation>重新登记本收银机</translation>
    </message>
    <message>
        <source>Everything it has goes to head office first. Then it begins anew: no value is lent to it, and receipts begin at 1. The shift must be closed.</source>
        <translation>先把本机的全部数据上传总部，然后重新开始：本机不再持有储值额度，小票号从 1 开始。须先交班。</translation>
    </message>
    <message>
        <source>Line of head office</source>
        <translation>总部给出的整行登记码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>重新登记</translation>
    </message>
    <message>
        <source>Asking head office …</source>
        <translation>正在联系总部……</translation>
    </message>
    <message>
        <source>This did not work.</source>
        <translation>操作未成功。</translation>
    </message>
    <message>
        <source>Nothing was changed. Call support if it stays so.</source>
        <translation>未作任何更改。若仍如此，请联系技术支持。</translation>
    </message>
</context>
<context>
    <name>FetchDialog</name>
    <message>
        <source>Receipt {number} is of another till</source>
        <translation>小票 {number} 来自另一台收银机</translation>
    </message>
    <message>
        <source>Refund all the same</source>
        <translation>仍然退货</translation>
    </message>
    <message>
        <source>Do not wait</source>
        <translation>不等了</translation>
    </message>
    <message>
        <source>The till that sold it is asked to hand the refund over: it is made once only.</source>
        <translation>正在请原收银机移交退货：只退一次。</translation>
    </message>
    <message>
        <source>Head office looks for the sale.</source>
        <translation>总部正在查找这笔销售。</translation>
    </message>
    <message>
        <source>The till that sold it does not answer; it may be switched off. A manager may refund a small sum all the same. If it was refunded there as well, the shop bears it.</source>
        <translation>原收银机没有回应，可能已关机。店长可以仍然退一笔小额；如果那边也退了，由店里承担。</translation>
    </message>
</context>
<context>
    <name>FiguresView</name>
    <message>
        <source>Sales</source>
        <translation>销售</translation>
    </message>
    <message>
        <source>Tenders</source>
        <translation>支付方式</translation>
    </message>
    <message>
        <source>Stored value</source>
        <translation>储值</translation>
    </message>
    <message>
        <source>Drawer</source>
        <translation>钱箱</translation>
    </message>
    <message>
        <source>Tax inside</source>
        <translation>含税</translation>
    </message>
    <message>
        <source>Sales ({count})</source>
        <translation>销售（{count} 笔）</translation>
    </message>
    <message>
        <source>Refunds ({count})</source>
        <translation>退货（{count} 笔）</translation>
    </message>
    <message>
        <source>Net</source>
        <translation>净额</translation>
    </message>
    <message>
        <source>Savings given</source>
        <translation>优惠合计</translation>
    </message>
    <message>
        <source>Receipt numbers</source>
        <translation>单号范围</translation>
    </message>
    <message>
        <source>Grand total of this till</source>
        <translation>本机累计总额</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>还没有</translation>
    </message>
    <message>
        <source>Top-ups ({count})</source>
        <translation>充值（{count}）</translation>
    </message>
    <message>
        <source>Paid out ({count})</source>
        <translation>退款（{count}）</translation>
    </message>
    <message>
        <source>Transfers ({count})</source>
        <translation>转赠（{count}）</translation>
    </message>
    <message>
        <source>Services ({count})</source>
        <translation>会员权益（{count}）</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Cash taken</source>
        <translation>现金收款</translation>
    </message>
    <message>
        <source>Cash for stored value</source>
        <translation>储值现金</translation>
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
        <translation>应有现金</translation>
    </message>
    <message>
        <source>Opened without a sale</source>
        <translation>非销售开箱</translation>
    </message>
</context>
<context>
    <name>FollowUpDialog</name>
    <message>
        <source>Ask {name}</source>
        <translation>回访 {name}</translation>
    </message>
    <message>
        <source>What was said stays on record with your name.</source>
        <translation>回访内容会连同您的姓名记录在案。</translation>
    </message>
    <message>
        <source>About</source>
        <translation>事项</translation>
    </message>
    <message>
        <source>Due since</source>
        <translation>应回访日</translation>
    </message>
    <message>
        <source>What the member said</source>
        <translation>会员怎么说</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Asked, tick off</source>
        <translation>已回访</translation>
    </message>
</context>
<context>
    <name>FoundCard</name>
    <message>
        <source>{asked} of {total} addresses asked …</source>
        <translation>已查询 {total} 个地址中的 {asked} 个…</translation>
    </message>
    <message>
        <source>No printer answered in the network. Is it switched on and plugged in?</source>
        <translation>网络中没有打印机应答。打印机开机并接好网线了吗？</translation>
    </message>
    <message>
        <source>Found here</source>
        <translation>已找到</translation>
    </message>
    <message>
        <source>Choose what belongs to this till; F12 saves, and it is in use at once.</source>
        <translation>请选择属于本机的设备；按 F12 保存后立即生效。</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Search the network for printers</source>
        <translation>在网络中查找打印机</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Printer {address}</source>
        <translation>打印机 {address}</translation>
    </message>
    <message>
        <source>Print here</source>
        <translation>用它打印</translation>
    </message>
    <message>
        <source>Serial port {port}</source>
        <translation>串口 {port}</translation>
    </message>
    <message>
        <source>Scanner is here</source>
        <translation>扫码枪接在这里</translation>
    </message>
    <message>
        <source>Nothing but the keyboard was found.</source>
        <translation>除键盘外没有找到其他设备。</translation>
    </message>
</context>
<context>
    <name>GiveUpDialog</name>
    <message>
        <source>Leave this basket?</source>
        <translation>放下这一单？</translation>
    </message>
    <message>
        <source>Goods for {total} lie in it. Clearing it stays on record.</source>
        <translation>购物篮里有 {total} 的商品。清空会留下记录。</translation>
    </message>
    <message>
        <source>Go on selling</source>
        <translation>继续收银</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
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
        <translation>现在收到的内容</translation>
    </message>
    <message>
        <source>Scan or swipe anything: it is shown here and sold nowhere. Bank cards show nothing.</source>
        <translation>随意扫码或刷卡：只在这里显示，不会加入销售。银行卡不显示任何内容。</translation>
    </message>
    <message>
        <source>Nothing heard yet.</source>
        <translation>还没有收到。</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Meaning</source>
        <translation>含义</translation>
    </message>
    <message>
        <source>From</source>
        <translation>来自</translation>
    </message>
    <message>
        <source>After</source>
        <translation>间隔</translation>
    </message>
    <message>
        <source>The newest, byte by byte (hex): {sent}</source>
        <translation>最新一条的原始字节（十六进制）：{sent}</translation>
    </message>
    <message>
        <source>keyboard</source>
        <translation>键盘</translation>
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
        <translation>挂单列表</translation>
    </message>
    <message>
        <source>No basket is on hold</source>
        <translation>没有挂单</translation>
    </message>
    <message>
        <source>F7 with goods in the basket sets it aside.</source>
        <translation>购物篮有商品时按 F7 即可挂单。</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take up</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>序号</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>顾客</translation>
    </message>
    <message>
        <source>Lines</source>
        <translation>商品行</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>JoinDialog</name>
    <message>
        <source>Join a chain with everything this shop has?</source>
        <translation>带上本店全部数据加入连锁？</translation>
    </message>
    <message>
        <source>The till closes for some minutes and opens again afterwards. Members, the money owed to them and every sale go to the chain&apos;s head office, which from then on decides goods, programme and people. Until it has everything nothing is changed; after that it cannot be undone. You need the line that head office prints.</source>
        <translation>收银机会关闭几分钟，完成后自动重新打开。会员、会员余额和全部销售都会交给连锁总部，此后商品、方案和人员由总部决定。总部收齐之前不作任何改动；收齐之后不能撤回。请准备好总部给出的整行登记码。</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>暂不加入</translation>
    </message>
    <message>
        <source>Close the till and join</source>
        <translation>关闭收银机并加入</translation>
    </message>
    <message>
        <source>A shift is open.</source>
        <translation>当前班次未交班。</translation>
    </message>
    <message>
        <source>Close it first, so that every sale goes along.</source>
        <translation>请先交班，让每一笔销售都一并带走。</translation>
    </message>
    <message>
        <source>A manager does this.</source>
        <translation>需由店长操作。</translation>
    </message>
    <message>
        <source>Have one sign on.</source>
        <translation>请店长登录后再试。</translation>
    </message>
</context>
<context>
    <name>Joining</name>
    <message>
        <source>Join a chain with everything this shop has</source>
        <translation>带上本店全部数据加入连锁</translation>
    </message>
    <message>
        <source>Members, the money owed to them, and every sale go to the chain&apos;s head office; what lies here stays here. From then on it decides goods, programme and people. It cannot be undone. Head office makes the code with &apos;membertill-office enrol-code&apos;: for one shop, good for 15 minutes.</source>
        <translation>会员、会员余额和全部销售都会交给连锁总部，本机的额度仍留在本机。此后商品、方案和人员由总部决定，且不能撤回。登记码由总部用“membertill-office enrol-code”生成：只供一家门店使用，15 分钟内有效。</translation>
    </message>
    <message>
        <source>This shop is joining</source>
        <translation>本店正在加入连锁</translation>
    </message>
    <message>
        <source>Until the chain has everything nothing is changed. Broken off, it can be begun again and goes on where it was.</source>
        <translation>总部收齐之前不作任何改动。中途停止后可以重新开始，从断处继续。</translation>
    </message>
    <message>
        <source>This shop belongs to the chain</source>
        <translation>本店已加入连锁</translation>
    </message>
    <message>
        <source>Open the till and go on selling; goods and people come in the next minutes.</source>
        <translation>打开收银机即可继续销售；商品和人员会在几分钟内下发。</translation>
    </message>
    <message>
        <source>The shop&apos;s own books are brought up to date</source>
        <translation>补齐本店账目</translation>
    </message>
    <message>
        <source>The whole history is written into one file</source>
        <translation>把全部历史写成一个文件</translation>
    </message>
    <message>
        <source>It is sent, and the chain proves it</source>
        <translation>发送并由总部核对</translation>
    </message>
    <message>
        <source>A shift is open</source>
        <translation>当前班次未交班</translation>
    </message>
    <message>
        <source>Open the till, close the shift, and begin again.</source>
        <translation>请打开收银机交班后重新开始。</translation>
    </message>
    <message>
        <source>The shop&apos;s own books are not complete yet</source>
        <translation>本店账目尚未补齐</translation>
    </message>
    <message>
        <source>Open the till for a minute, then begin again. Nothing was changed.</source>
        <translation>请打开收银机等一分钟再重新开始。未作任何改动。</translation>
    </message>
    <message>
        <source>The history could not be written</source>
        <translation>历史文件无法写出</translation>
    </message>
    <message>
        <source>Nothing was changed. Is there room on the disk? If it stays so, call support.</source>
        <translation>未作任何改动。请检查磁盘空间；仍不行请联系技术支持。</translation>
    </message>
    <message>
        <source>Something was sold meanwhile</source>
        <translation>期间又有销售</translation>
    </message>
    <message>
        <source>Begin again; the till stays closed until it is through.</source>
        <translation>请重新开始；完成之前收银机保持关闭。</translation>
    </message>
    <message>
        <source>Broken off, and nothing was changed</source>
        <translation>已停止，未作任何改动</translation>
    </message>
    <message>
        <source>Enter goes on where it was; Esc opens the till as it is.</source>
        <translation>按回车从断处继续；按 Esc 照原样打开收银机。</translation>
    </message>
    <message>
        <source>The shop&apos;s data cannot be used now</source>
        <translation>暂时无法使用本店数据</translation>
    </message>
    <message>
        <source>Nothing was changed. If it stays so, call support: {detail}.</source>
        <translation>未作任何改动。仍不行请联系技术支持：{detail}。</translation>
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
        <translation>停止不会改动任何数据。</translation>
    </message>
    <message>
        <source>Till {till} of {shop}</source>
        <translation>收银机 {till} · {shop}</translation>
    </message>
    <message>
        <source>This till&apos;s key: {key}. Head office lists the same.</source>
        <translation>本机密钥：{key}，应与总部列出的一致。</translation>
    </message>
    <message>
        <source>Break it off</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Open the till as it is</source>
        <translation>照原样打开收银机</translation>
    </message>
    <message>
        <source>Open the till</source>
        <translation>打开收银机</translation>
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
        <translation>单店</translation>
    </message>
    <message>
        <source>One till with its head office inside; it needs no network.</source>
        <translation>一台收银机，自带总部，不需要网络。</translation>
    </message>
    <message>
        <source>A till of a chain</source>
        <translation>连锁店的一台收银机</translation>
    </message>
    <message>
        <source>Members and their cards are shared with other tills.</source>
        <translation>会员和会员卡与其他收银机共用。</translation>
    </message>
</context>
<context>
    <name>LabelRow</name>
    <message>
        <source>Begins with</source>
        <translation>开头</translation>
    </message>
    <message>
        <source>The value is</source>
        <translation>数值是</translation>
    </message>
    <message>
        <source>the weight in grams</source>
        <translation>重量（克）</translation>
    </message>
    <message>
        <source>the price in fen</source>
        <translation>金额（分）</translation>
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
        <translation>语言与外观</translation>
    </message>
    <message>
        <source>In force as soon as you save; nothing restarts.</source>
        <translation>保存后立即生效，不用重启。</translation>
    </message>
    <message>
        <source>Lock screen</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>The basket stays as it is while the till is locked.</source>
        <translation>锁屏时购物篮保持原样。</translation>
    </message>
    <message>
        <source>Language of the screens</source>
        <translation>界面语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Lock when nobody has touched the till for</source>
        <translation>无人操作多久后锁屏</translation>
    </message>
    <message>
        <source>Window; Alt+Enter changes it at any time</source>
        <translation>窗口（随时按 Alt+Enter 切换）</translation>
    </message>
    <message>
        <source>With title bar</source>
        <translation>带标题栏</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全屏</translation>
    </message>
    <message>
        <source>Sounds</source>
        <translation>提示音</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Quiet</source>
        <translation>轻</translation>
    </message>
    <message>
        <source>Loud</source>
        <translation>响</translation>
    </message>
    <message>
        <source>For the customer</source>
        <translation>顾客屏</translation>
    </message>
    <message>
        <source>Goods, reasons, sum, codes to pay; the pictures of the folder &apos;pictures&apos; in between.</source>
        <translation>商品、优惠原因、合计和付款码；空闲时放映文件夹“pictures”里的图片。</translation>
    </message>
    <message>
        <source>The customer sees it</source>
        <translation>顾客看到它</translation>
    </message>
    <message>
        <source>On a second screen</source>
        <translation>在第二块屏幕上</translation>
    </message>
    <message>
        <source>In a window</source>
        <translation>在一个窗口里</translation>
    </message>
    <message>
        <source>Not at all</source>
        <translation>不显示</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>{minutes} minutes</source>
        <translation>{minutes} 分钟</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>从不</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>The pole display is gone</source>
        <translation>顾客显示牌不见了</translation>
    </message>
    <message>
        <source>Selling goes on. Plug it in; it comes back by itself.</source>
        <translation>照常销售；插好后会自动恢复。</translation>
    </message>
    <message>
        <source>In the basket now: {amount}</source>
        <translation>已加入购物篮，合计 {amount}</translation>
    </message>
    <message>
        <source>The till is locked; this scan was not taken</source>
        <translation>已锁屏，这次扫码没有收下</translation>
    </message>
    <message>
        <source>Sign on, then scan again.</source>
        <translation>请登录后重新扫码。</translation>
    </message>
    <message>
        <source>Not known here: head office is asked</source>
        <translation>本机查无此会员，正在向总部查询</translation>
    </message>
    <message>
        <source>The printer needs a hand; the receipt waits and prints by itself.</source>
        <translation>打印机需要处理；小票已排队，恢复后自动打印。</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>The clock is confirmed; stored value moves again</source>
        <translation>时钟已确认，储值恢复使用</translation>
    </message>
</context>
<context>
    <name>Member</name>
    <message>
        <source>Stored value</source>
        <translation>储值本金</translation>
    </message>
    <message>
        <source>Bonus value</source>
        <translation>赠送金额</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>wants messages</source>
        <translation>愿收消息</translation>
    </message>
    <message>
        <source>no messages</source>
        <translation>不收消息</translation>
    </message>
    <message>
        <source>shares data with partners</source>
        <translation>同意与合作商户共享</translation>
    </message>
    <message>
        <source>no data to partners</source>
        <translation>不与合作商户共享</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Reported lost</source>
        <translation>已挂失</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>已补换</translation>
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
        <translation>打开 {name}</translation>
    </message>
    <message>
        <source>Nobody is sure to be meant.</source>
        <translation>不能确定是哪位会员。</translation>
    </message>
    <message>
        <source>Brought by</source>
        <translation>推荐人</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
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
        <translation>未说明</translation>
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
        <translation>发放的卡：刷卡或扫码</translation>
    </message>
    <message>
        <source>Their phone or card</source>
        <translation>推荐人的手机号或卡</translation>
    </message>
    <message>
        <source>Offers and greetings to the phone</source>
        <translation>接收优惠与问候短信</translation>
    </message>
    <message>
        <source>Data shared with partners</source>
        <translation>与合作商户共享资料</translation>
    </message>
    <message>
        <source>Not asked</source>
        <translation>未询问</translation>
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
        <translation>性别</translation>
    </message>
    <message>
        <source>Looked after by</source>
        <translation>专属顾问</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Change the profile</source>
        <translation>修改资料</translation>
    </message>
    <message>
        <source>Same person as …</source>
        <translation>同一个人…</translation>
    </message>
    <message>
        <source>Forget</source>
        <translation>删除资料</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>登记</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>MemberPanel</name>
    <message>
        <source>No coupons</source>
        <translation>无优惠券</translation>
    </message>
    <message>
        <source>Use points</source>
        <translation>积分抵现</translation>
    </message>
    <message>
        <source>Card ending in {digits}</source>
        <translation>尾号 {digits} 的卡</translation>
    </message>
    <message>
        <source>Tier until {day}</source>
        <translation>等级至 {day}</translation>
    </message>
    <message>
        <source>{points} not usable here</source>
        <translation>其中 {points} 本机不可用</translation>
    </message>
    <message>
        <source>No stored value</source>
        <translation>没有储值</translation>
    </message>
    <message>
        <source>{principal} + bonus {bonus}</source>
        <translation>本金 {principal} + 赠送 {bonus}</translation>
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
        <translation>储值 {days} 天未动</translation>
    </message>
    <message>
        <source>{amount} elsewhere</source>
        <translation>另有 {amount} 不在本机</translation>
    </message>
    <message>
        <source>Lies at head office or other tills; it cannot be spent here today.</source>
        <translation>这部分在总部或其他收银机，今天不能在本机使用。</translation>
    </message>
    <message>
        <source>No member yet</source>
        <translation>尚未识别会员</translation>
    </message>
    <message>
        <source>Scan or swipe a card, or type the phone number</source>
        <translation>请扫码、刷卡，或直接输入手机号</translation>
    </message>
    <message>
        <source>Find a member</source>
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>会员权益</translation>
    </message>
    <message>
        <source>Take the member off</source>
        <translation>取消本单会员</translation>
    </message>
    <message>
        <source>Stored value, usable here</source>
        <translation>储值 · 本机可用</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Birthday today: congratulate {name}</source>
        <translation>今天是 {name} 的生日，记得祝福</translation>
    </message>
    <message>
        <source>Follow up: {due}</source>
        <translation>待回访：{due}</translation>
    </message>
    <message>
        <source>Paid membership ends: {renewals}; offer to renew it</source>
        <translation>付费会员即将到期：{renewals}，可提醒续费</translation>
    </message>
    <message>
        <source>Prepaid and not used for {days} days: ask how it goes</source>
        <translation>储值已 {days} 天未使用：问问近况</translation>
    </message>
</context>
<context>
    <name>MemberProfileView</name>
    <message>
        <source>No member chosen</source>
        <translation>还没有选择会员</translation>
    </message>
    <message>
        <source>Search on the left, or scan a card. Each look at a profile is recorded.</source>
        <translation>在左边查找，或刷会员卡。每次查看档案都会留下记录。</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>会员卡</translation>
    </message>
    <message>
        <source>Bought at this till</source>
        <translation>本机消费</translation>
    </message>
    <message>
        <source>Card without a name</source>
        <translation>不记名卡</translation>
    </message>
    <message>
        <source>joined {day}</source>
        <translation>{day} 入会</translation>
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
        <translation>等级至 {day}</translation>
    </message>
    <message>
        <source>identified</source>
        <translation>已实名</translation>
    </message>
    <message>
        <source>looked after by {name}</source>
        <translation>专属顾问 {name}</translation>
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
        <translation>已是最高等级</translation>
    </message>
    <message>
        <source>No card; the phone number is enough.</source>
        <translation>没有卡，报手机号即可。</translation>
    </message>
    <message>
        <source>Nothing yet.</source>
        <translation>还没有。</translation>
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
        <translation>查找会员</translation>
    </message>
    <message>
        <source>Phone, its last four digits, name or pinyin initials – or swipe the card.</source>
        <translation>输入手机号、后四位、姓名或拼音首字母，也可以刷卡。</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>Try the last four digits or fewer letters, or register them: F5.</source>
        <translation>可试手机后四位或少输几个字；新会员按 F5。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>Tier</source>
        <translation>等级</translation>
    </message>
    <message>
        <source>{name} is in the register</source>
        <translation>{name} 已登记</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收银</translation>
    </message>
    <message>
        <source>Phone, last four, name, initials, card</source>
        <translation>手机、后四位、姓名、首字母、卡号</translation>
    </message>
    <message>
        <source>Use for this sale</source>
        <translation>用于本单</translation>
    </message>
    <message>
        <source>New member</source>
        <translation>新会员</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>资料</translation>
    </message>
    <message>
        <source>Pets</source>
        <translation>宠物</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>卡片</translation>
    </message>
    <message>
        <source>Top up</source>
        <translation>充值</translation>
    </message>
</context>
<context>
    <name>MoneyOut</name>
    <message>
        <source>How does the money go out?</source>
        <translation>怎样退款？</translation>
    </message>
</context>
<context>
    <name>Night</name>
    <message>
        <source>Call head office; with its code this till is enrolled again.</source>
        <translation>请联系总部，用总部给的登记码重新登记本机。</translation>
    </message>
    <message>
        <source>Events that have not reached head office: {missing}</source>
        <translation>尚未上传到总部的记录：{missing} 条</translation>
    </message>
    <message>
        <source>They follow by themselves while the line is good.</source>
        <translation>网络正常时会自动上传。</translation>
    </message>
    <message>
        <source>Head office was restored and still waits for other tills</source>
        <translation>总部已恢复，正在等待其他收银机</translation>
    </message>
    <message>
        <source>Nothing is to be done here.</source>
        <translation>本机无需处理。</translation>
    </message>
    <message>
        <source>Another computer has spoken under this till&apos;s name</source>
        <translation>另一台电脑使用了本机的名称</translation>
    </message>
    <message>
        <source>Find it and switch it off. Call head office: this till is then enrolled again.</source>
        <translation>请找到并关闭那台电脑，再联系总部重新登记本机。</translation>
    </message>
    <message>
        <source>This till has an old state: it was put back from a copy, or copied</source>
        <translation>本机数据是旧的：曾用备份恢复，或是复制来的</translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation>总部已停用本机的储值</translation>
    </message>
    <message>
        <source>Shift {shift}: {figure} is {till} here and {office} at head office</source>
        <translation>第 {shift} 班：{figure}本机为 {till}，总部为 {office}</translation>
    </message>
    <message>
        <source>Keep the Z report and call support; &apos;membertill verify&apos; says what was changed.</source>
        <translation>请保留 Z 报表并联系技术支持；“membertill verify” 会指出被改动之处。</translation>
    </message>
    <message>
        <source>Lots of members&apos; value that are not alike: {count}</source>
        <translation>与总部不一致的会员额度批次：{count} 个</translation>
    </message>
    <message>
        <source>Call head office: these cards are looked at there. Selling goes on.</source>
        <translation>请联系总部核对这些卡；销售不受影响。</translation>
    </message>
    <message>
        <source>This till&apos;s clock is wrong: {clock}</source>
        <translation>本机时钟不准：{clock}</translation>
    </message>
    <message>
        <source>Set this computer&apos;s clock, then let a manager confirm it here.</source>
        <translation>请校准这台电脑的时钟，再由店长在本机确认。</translation>
    </message>
    <message>
        <source>Head office found something that this version cannot name</source>
        <translation>总部发现了本版本无法说明的差异</translation>
    </message>
    <message>
        <source>Update this till.</source>
        <translation>请升级本机程序。</translation>
    </message>
    <message>
        <source>the number of sales</source>
        <translation>销售笔数</translation>
    </message>
    <message>
        <source>the number of refunds</source>
        <translation>退货笔数</translation>
    </message>
    <message>
        <source>the number of top-ups and services</source>
        <translation>充值与权益笔数</translation>
    </message>
    <message>
        <source>the sum of sales</source>
        <translation>销售金额</translation>
    </message>
    <message>
        <source>the sum of refunds</source>
        <translation>退货金额</translation>
    </message>
    <message>
        <source>head office cannot read it</source>
        <translation>总部无法读取</translation>
    </message>
    <message>
        <source>Update the program; then &apos;membertill office parked --retry {source}&apos; posts it.</source>
        <translation>请升级程序，再执行 “membertill office parked --retry {source}” 过账。</translation>
    </message>
    <message>
        <source>another event has its number</source>
        <translation>另一条记录用了相同的编号</translation>
    </message>
    <message>
        <source>Look at both receipts, then &apos;membertill office parked --close {source}&apos;.</source>
        <translation>请核对两张小票，再执行 “membertill office parked --close {source}”。</translation>
    </message>
    <message>
        <source>its amounts do not fit the books</source>
        <translation>金额与账不符</translation>
    </message>
    <message>
        <source>Call support, then &apos;membertill office parked --close {source}&apos;.</source>
        <translation>请联系技术支持，再执行 “membertill office parked --close {source}”。</translation>
    </message>
    <message>
        <source>And {count} more</source>
        <translation>另有 {count} 项</translation>
    </message>
    <message>
        <source>Checked {time}: till and head office have the same</source>
        <translation>{time} 夜间核对：本机与总部一致</translation>
    </message>
    <message>
        <source>Checked {time}: till and head office differ</source>
        <translation>{time} 夜间核对：本机与总部不一致</translation>
    </message>
    <message>
        <source>what was paid by {tender}</source>
        <translation>{tender} 收款</translation>
    </message>
    <message>
        <source>it has jumped</source>
        <translation>时间发生过跳变</translation>
    </message>
    <message>
        <source>{count} min fast</source>
        <translation>快 {count} 分钟</translation>
    </message>
    <message>
        <source>{count} min slow</source>
        <translation>慢 {count} 分钟</translation>
    </message>
    <message>
        <source>Kept and not posted since {time}: {why}</source>
        <translation>自 {time} 起待处理：{why}</translation>
    </message>
    <message>
        <source>what follows for the member went wrong</source>
        <translation>会员后续处理出错</translation>
    </message>
    <message>
        <source>Update the program; then &apos;membertill office parked --retry {source}&apos;.</source>
        <translation>请升级程序，再执行 “membertill office parked --retry {source}”。</translation>
    </message>
</context>
<context>
    <name>NoteDialog</name>
    <message>
        <source>Note on the receipt</source>
        <translation>小票备注</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>OpenShiftPanel</name>
    <message>
        <source>Open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>Count what lies in the drawer now. It is where this shift&apos;s cash begins.</source>
        <translation>点一点钱箱里现在有多少现金，本班从这里算起。</translation>
    </message>
    <message>
        <source>Float in the drawer</source>
        <translation>备用金</translation>
    </message>
    <message>
        <source>Open shift</source>
        <translation>开班</translation>
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
        <translation>密码（至少四位数字）</translation>
    </message>
    <message>
        <source>The PIN again</source>
        <translation>再输一次密码</translation>
    </message>
</context>
<context>
    <name>OtherMemberDialog</name>
    <message>
        <source>Who is the same person as {name}?</source>
        <translation>谁与 {name} 是同一个人？</translation>
    </message>
    <message>
        <source>Their phone, or swipe their card. Whoever has been a member for longer stays.</source>
        <translation>输入对方手机号或刷对方的卡。入会较早的会员保留。</translation>
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
        <translation>请选择要办理的权益</translation>
    </message>
    <message>
        <source>What cannot be had now stands below, with the reason.</source>
        <translation>不能办理的在下面，附有原因。</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>No prize this time</source>
        <translation>本次未中奖</translation>
    </message>
    <message>
        <source>{points} points were used. Hand over article {article}.</source>
        <translation>已用 {points} 积分，请交付礼品（货号 {article}）。</translation>
    </message>
    <message>
        <source>{points} points were used. The slip is printing.</source>
        <translation>已使用 {points} 积分，正在打印凭条。</translation>
    </message>
    <message>
        <source>Noted. Head office posts what it brings; the slip is printing.</source>
        <translation>已登记，所得由总部入账；正在打印凭条。</translation>
    </message>
    <message>
        <source>The slip is printing.</source>
        <translation>正在打印凭条。</translation>
    </message>
</context>
<context>
    <name>PayPage</name>
    <message>
        <source>Saved {amount}</source>
        <translation>已优惠 {amount}</translation>
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
        <translation>现金收款</translation>
    </message>
    <message>
        <source>Finish</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>Card needed</source>
        <translation>需要会员卡</translation>
    </message>
    <message>
        <source>Nothing there</source>
        <translation>没有余额</translation>
    </message>
    <message>
        <source>{amount} usable</source>
        <translation>可用 {amount}</translation>
    </message>
    <message>
        <source>{amount} more at head office</source>
        <translation>另有 {amount} 在总部，按储值键申请</translation>
    </message>
    <message>
        <source>{amount} more, out of reach</source>
        <translation>另有 {amount} 在总部，暂时连不上</translation>
    </message>
    <message>
        <source>{amount} of stored value lies elsewhere</source>
        <translation>另有储值 {amount} 不在本机</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>应收</translation>
    </message>
    <message>
        <source>Take the last payment back</source>
        <translation>退回上一笔</translation>
    </message>
    <message>
        <source>Amount handed over</source>
        <translation>收到金额</translation>
    </message>
</context>
<context>
    <name>PaybackDialog</name>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
    <message>
        <source>A manager who has looked it up can close it:</source>
        <translation>店长查实后可以了结：</translation>
    </message>
    <message>
        <source>The customer has the money another way</source>
        <translation>顾客已用其他方式收到退款</translation>
    </message>
    <message>
        <source>The money goes back to the customer …</source>
        <translation>正在把钱退回给顾客…</translation>
    </message>
    <message>
        <source>Nobody knows yet whether the money of payment {reference} is back with the customer. Try again: it goes back once only, however often it is asked for.</source>
        <translation>还不知道付款 {reference} 是否已退给顾客。请再试一次：无论试几次，只会退一次。</translation>
    </message>
    <message>
        <source>The provider does not give payment {reference} back. Pay it back on the provider&apos;s own page or terminal; a manager closes it here then.</source>
        <translation>支付机构没有退回付款 {reference}。请在其商户后台或刷卡机上退款，再由店长在这里了结。</translation>
    </message>
</context>
<context>
    <name>PaybackHost</name>
    <message>
        <source>The customer has it: the provider has confirmed.</source>
        <translation>支付机构已确认，款项已退给顾客。</translation>
    </message>
    <message>
        <source>{payback}: the customer has it another way</source>
        <translation>{payback}：顾客已用其他方式收到</translation>
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
        <translation>顾客手机上的付款码</translation>
    </message>
    <message>
        <source>Pay it back</source>
        <translation>退回给顾客</translation>
    </message>
    <message>
        <source>A manager who has looked it up can close it:</source>
        <translation>店长查实后可以了结：</translation>
    </message>
    <message>
        <source>It was paid</source>
        <translation>已付款</translation>
    </message>
    <message>
        <source>It was not paid</source>
        <translation>没有付款</translation>
    </message>
    <message>
        <source>The customer has it back already</source>
        <translation>款项已退给顾客</translation>
    </message>
    <message>
        <source>Take the payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Ask again</source>
        <translation>再问一次</translation>
    </message>
    <message>
        <source>Use for this sale</source>
        <translation>用于这一单</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>以后再说</translation>
    </message>
    <message>
        <source>Cancel the payment</source>
        <translation>取消这笔支付</translation>
    </message>
    <message>
        <source>Scan the payment code on the customer&apos;s phone.</source>
        <translation>请扫描顾客手机上的付款码。</translation>
    </message>
    <message>
        <source>Cancelling. Whether the customer was quicker is known in a moment.</source>
        <translation>正在取消，顾客是否已先付款，马上就知道。</translation>
    </message>
    <message>
        <source>Asking what came of this payment …</source>
        <translation>正在查询这笔支付的结果…</translation>
    </message>
    <message>
        <source>Nobody knows yet whether this was paid. Do not take it a second time this way: ask again, or look at the customer&apos;s phone. If it turns out paid, it can be used for the basket or paid back.</source>
        <translation>还不知道这笔钱是否已付。请不要用同样方式再收一次：再问一次，或看看顾客的手机。若已付，可用于这一单或退回。</translation>
    </message>
    <message>
        <source>This was paid, and no sale has taken it.</source>
        <translation>这笔钱已付，但还没有计入任何一单。</translation>
    </message>
    <message>
        <source>The money goes back to the customer …</source>
        <translation>正在把钱退回给顾客…</translation>
    </message>
    <message>
        <source>The customer scans this code with the phone.</source>
        <translation>请顾客用手机扫描此码。</translation>
    </message>
    <message>
        <source>The customer pays on the terminal.</source>
        <translation>请顾客在刷卡机上付款。</translation>
    </message>
    <message>
        <source>The customer confirms on the phone.</source>
        <translation>请顾客在手机上确认。</translation>
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
        <translation>{payment}，确认已付款</translation>
    </message>
    <message>
        <source>{payment} was not paid</source>
        <translation>{payment}，确认没有付款</translation>
    </message>
    <message>
        <source>{payment} was paid back another way</source>
        <translation>{payment}，已用其他方式退还</translation>
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
        <translation>顾客怎样付款</translation>
    </message>
    <message>
        <source>Address of the gateway</source>
        <translation>网关地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Try with 0.01</source>
        <translation>试收 0.01 元</translation>
    </message>
    <message>
        <source>on a terminal</source>
        <translation>在刷卡机上</translation>
    </message>
    <message>
        <source>their phone is scanned</source>
        <translation>扫顾客的手机</translation>
    </message>
    <message>
        <source>they scan our code</source>
        <translation>顾客扫我们的码</translation>
    </message>
</context>
<context>
    <name>Payments</name>
    <message>
        <source>It was paid and goes back</source>
        <translation>已付款，随即退回</translation>
    </message>
    <message>
        <source>Nobody knows what came of it</source>
        <translation>不知道结果如何</translation>
    </message>
    <message>
        <source>Look at the terminal or the phone.</source>
        <translation>请看看刷卡机或手机。</translation>
    </message>
    <message>
        <source>Nobody answers there</source>
        <translation>那里没有回应</translation>
    </message>
    <message>
        <source>Check address, port and line.</source>
        <translation>请检查地址、端口和线路。</translation>
    </message>
    <message>
        <source>The gateway answers; it was not paid</source>
        <translation>网关有回应，但没有付款</translation>
    </message>
    <message>
        <source>So the line is good.</source>
        <translation>线路是通的。</translation>
    </message>
</context>
<context>
    <name>PaymentsPage</name>
    <message>
        <source>Taking 0.01 …</source>
        <translation>正在试收 0.01 元…</translation>
    </message>
    <message>
        <source>Pay it as a customer would.</source>
        <translation>请像顾客一样付款。</translation>
    </message>
    <message>
        <source>Save to use it.</source>
        <translation>保存后启用。</translation>
    </message>
    <message>
        <source>Payments outside the till</source>
        <translation>机外支付</translation>
    </message>
    <message>
        <source>A tender with a gateway is taken by it. For any other the cashier types the reference.</source>
        <translation>设了网关的付款方式由网关收款，其余由收银员输入流水号。</translation>
    </message>
    <message>
        <source>None: the cashier types every reference.</source>
        <translation>没有：流水号都由收银员输入。</translation>
    </message>
    <message>
        <source>Add a gateway</source>
        <translation>添加网关</translation>
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
        <translation>密码只归您一人所有。别人给的密码，或可能被人看到的密码，请改掉。</translation>
    </message>
    <message>
        <source>Change my PIN</source>
        <translation>修改我的密码</translation>
    </message>
</context>
<context>
    <name>Permission</name>
    <message>
        <source>sell</source>
        <translation>收银</translation>
    </message>
    <message>
        <source>refund</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>top up a card</source>
        <translation>充值</translation>
    </message>
    <message>
        <source>pay stored value out</source>
        <translation>退储值</translation>
    </message>
    <message>
        <source>undo a service</source>
        <translation>撤销会员权益</translation>
    </message>
    <message>
        <source>move stored value to another card</source>
        <translation>转移储值</translation>
    </message>
    <message>
        <source>freeze a card or report it lost</source>
        <translation>冻结或挂失卡</translation>
    </message>
    <message>
        <source>issue, replace or release a card</source>
        <translation>发卡、换卡或解冻</translation>
    </message>
    <message>
        <source>change a price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>take much stored value without a PIN</source>
        <translation>无密码大额储值支付</translation>
    </message>
    <message>
        <source>take goods back after the time for it</source>
        <translation>逾期退换货</translation>
    </message>
    <message>
        <source>sell against a sale rule</source>
        <translation>不按销售规则售卖</translation>
    </message>
    <message>
        <source>open the drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>put cash in or take it out</source>
        <translation>存取现金</translation>
    </message>
    <message>
        <source>open a shift</source>
        <translation>开班</translation>
    </message>
    <message>
        <source>close the shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>read the X report</source>
        <translation>查看 X 报表</translation>
    </message>
    <message>
        <source>look at members</source>
        <translation>查看会员</translation>
    </message>
    <message>
        <source>register and change members</source>
        <translation>登记和修改会员</translation>
    </message>
    <message>
        <source>refund another till&apos;s sale without its word</source>
        <translation>未经原收银机确认退货</translation>
    </message>
    <message>
        <source>merge and erase members</source>
        <translation>合并和删除会员</translation>
    </message>
    <message>
        <source>change settings</source>
        <translation>更改设置</translation>
    </message>
    <message>
        <source>confirm the clock</source>
        <translation>确认时钟</translation>
    </message>
    <message>
        <source>say how a payment ended</source>
        <translation>确认付款结果</translation>
    </message>
</context>
<context>
    <name>PersonTasks</name>
    <message>
        <source>Forget who {name} is; value and cards stay</source>
        <translation>删除 {name} 的个人资料；储值和卡保留</translation>
    </message>
    <message>
        <source>{name} is forgotten here, and at head office once it has heard</source>
        <translation>{name} 的资料已在本机删除，总部收到后同样删除</translation>
    </message>
    <message>
        <source>{gone} ends in {kept} once head office has heard</source>
        <translation>总部收到后，{gone} 并入 {kept}</translation>
    </message>
    <message>
        <source>{gone} is {kept}: cards, value and history go there</source>
        <translation>{gone} 就是 {kept}：卡、储值和历史并过去</translation>
    </message>
</context>
<context>
    <name>PetDialog</name>
    <message>
        <source>New pet</source>
        <translation>新宠物</translation>
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
        <translation>保存</translation>
    </message>
    <message>
        <source>What is it called?</source>
        <translation>叫什么名字？</translation>
    </message>
</context>
<context>
    <name>PetTasks</name>
    <message>
        <source>New pet</source>
        <translation>新宠物</translation>
    </message>
    <message>
        <source>Pets of {name}</source>
        <translation>{name}的宠物</translation>
    </message>
</context>
<context>
    <name>PickDialog</name>
    <message>
        <source>Which one?</source>
        <translation>请选择</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Take it</source>
        <translation>选定</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
</context>
<context>
    <name>PinDialog</name>
    <message>
        <source>Change your PIN</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Current PIN</source>
        <translation>当前密码</translation>
    </message>
    <message>
        <source>New PIN, four digits or more</source>
        <translation>新密码（至少四位数字）</translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation>再输一次新密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Change PIN</source>
        <translation>修改密码</translation>
    </message>
</context>
<context>
    <name>PointsDialog</name>
    <message>
        <source>Points off the bill</source>
        <translation>积分抵现</translation>
    </message>
    <message>
        <source>{points} points are worth {worth}; {usable} can be used here.</source>
        <translation>每 {points} 积分抵 {worth}，本机可用 {usable}。</translation>
    </message>
    <message>
        <source>{points} more lie at head office or other tills.</source>
        <translation>另有 {points} 在总部或其他收银机。</translation>
    </message>
    <message>
        <source>Points, at most {most}</source>
        <translation>使用积分，最多 {most}</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>No points</source>
        <translation>不用积分</translation>
    </message>
    <message>
        <source>Use</source>
        <translation>使用</translation>
    </message>
    <message>
        <source>{points} points: {worth} off</source>
        <translation>{points} 积分，抵 {worth}</translation>
    </message>
    <message>
        <source>This bill takes at most {most} points</source>
        <translation>本单最多可用 {most} 积分</translation>
    </message>
    <message>
        <source>Type fewer, or leave the number as it was.</source>
        <translation>请少输一些，或保留原来的数。</translation>
    </message>
    <message>
        <source>So few points are worth nothing yet</source>
        <translation>积分太少，还不能抵现</translation>
    </message>
    <message>
        <source>Points are taken in steps of {points}.</source>
        <translation>积分须按 {points} 的倍数使用。</translation>
    </message>
</context>
<context>
    <name>Pole</name>
    <message>
        <source>Welcome</source>
        <translation>欢迎光临</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
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
        <translation>顾客显示牌接在串口</translation>
    </message>
    <message>
        <source>Model of the display</source>
        <translation>显示牌型号</translation>
    </message>
    <message>
        <source>None</source>
        <translation>没有</translation>
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
        <translation>改价</translation>
    </message>
    <message>
        <source>{name}: listed at {price}</source>
        <translation>{name}：原价 {price}</translation>
    </message>
    <message>
        <source>New price a piece or kilogram</source>
        <translation>新的单价（每件或每千克）</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Own price</source>
        <translation>恢复原价</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>That is no amount</source>
        <translation>这不是金额</translation>
    </message>
    <message>
        <source>Type it like 12.50.</source>
        <translation>请按 12.50 这样输入。</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>The printer is ready</source>
        <translation>打印机正常</translation>
    </message>
    <message>
        <source>Look at the page: all characters whole, the paper cut, the drawer open?</source>
        <translation>请看测试页：字是否完整、纸是否切断、钱箱是否弹开？</translation>
    </message>
    <message>
        <source>The paper is nearly at its end</source>
        <translation>纸快用完了</translation>
    </message>
    <message>
        <source>Keep a new roll ready.</source>
        <translation>请准备好新纸卷。</translation>
    </message>
    <message>
        <source>The printer is out of paper</source>
        <translation>打印机没有纸了</translation>
    </message>
    <message>
        <source>Put in a new roll; waiting slips print by themselves.</source>
        <translation>装上新纸卷，排队的小票会自动打印。</translation>
    </message>
    <message>
        <source>The printer&apos;s cover is open</source>
        <translation>打印机盖没有合上</translation>
    </message>
    <message>
        <source>Close it; waiting slips print by themselves.</source>
        <translation>合上盖子，排队的小票会自动打印。</translation>
    </message>
    <message>
        <source>The printer cannot be reached</source>
        <translation>连不上打印机</translation>
    </message>
    <message>
        <source>Is it switched on, is the cable in, is the address right?</source>
        <translation>请检查电源、连线和地址。</translation>
    </message>
    <message>
        <source>The printer did not answer in time</source>
        <translation>打印机没有及时应答</translation>
    </message>
    <message>
        <source>Is it switched on, and is the baud rate right?</source>
        <translation>请检查电源和波特率。</translation>
    </message>
    <message>
        <source>The page was sent; this printer does not say how it is</source>
        <translation>测试页已发送，这台打印机不报告状态</translation>
    </message>
    <message>
        <source>Look whether it came out.</source>
        <translation>请看是否打印出来。</translation>
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
        <translation>{model}，汉字按图片打印</translation>
    </message>
    <message>
        <source>Trying the printer …</source>
        <translation>正在测试打印机…</translation>
    </message>
    <message>
        <source>The printer could not be reached</source>
        <translation>连不上打印机</translation>
    </message>
    <message>
        <source>Receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>A printer that is off or out of paper never holds up a sale.</source>
        <translation>打印机关机或缺纸都不会耽误收银。</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Prints a page with Chinese, figures, a QR code, the cut, and opens the drawer.</source>
        <translation>打印汉字、数字和二维码，切纸并打开钱箱。</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>On screen</source>
        <translation>屏幕模拟</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网口</translation>
    </message>
    <message>
        <source>Serial</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>USB</source>
        <translation>USB</translation>
    </message>
    <message>
        <source>Installed</source>
        <translation>系统打印机</translation>
    </message>
    <message>
        <source>Device file</source>
        <translation>设备文件</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Address in the network</source>
        <translation>网络地址</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Serial port</source>
        <translation>串口</translation>
    </message>
    <message>
        <source>Baud</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>Printer; installed ones are those of this computer&apos;s own settings</source>
        <translation>打印机（系统打印机指本机系统里已装好的）</translation>
    </message>
    <message>
        <source>Model; the generic ones fit most ESC/POS printers</source>
        <translation>型号（通用型适合大多数 ESC/POS 打印机）</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
    <message>
        <source>Does it say when it is out of paper or off?</source>
        <translation>打印机能否报告缺纸、关机等状态？</translation>
    </message>
    <message>
        <source>Yes, ask it</source>
        <translation>能，查询状态</translation>
    </message>
    <message>
        <source>No, just send</source>
        <translation>不能，直接打印</translation>
    </message>
    <message>
        <source>Print test page</source>
        <translation>打印测试页</translation>
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
        <translation>重量（千克）</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>返回</translation>
    </message>
    <message>
        <source>Set</source>
        <translation>确定</translation>
    </message>
    <message>
        <source>The quantity must be more than 0</source>
        <translation>数量必须大于 0</translation>
    </message>
    <message>
        <source>To take the line out, press F6.</source>
        <translation>要删除这一行，请按 F6。</translation>
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
        <translation>Alt + 数字</translation>
    </message>
    <message>
        <source>They come with the goods.</source>
        <translation>有了商品后会出现。</translation>
    </message>
    <message>
        <source>No quick keys</source>
        <translation>没有快捷商品</translation>
    </message>
    <message>
        <source>Head office puts products here.</source>
        <translation>由总部设置。</translation>
    </message>
</context>
<context>
    <name>Reason</name>
    <message>
        <source>Faulty goods</source>
        <translation>商品质量问题</translation>
    </message>
    <message>
        <source>Wrong item</source>
        <translation>买错商品</translation>
    </message>
    <message>
        <source>Changed mind</source>
        <translation>顾客不想要了</translation>
    </message>
    <message>
        <source>Scanned twice</source>
        <translation>重复扫码</translation>
    </message>
    <message>
        <source>Gives the card back</source>
        <translation>退卡</translation>
    </message>
    <message>
        <source>Wrong amount</source>
        <translation>金额有误</translation>
    </message>
    <message>
        <source>Wrong card</source>
        <translation>充错卡</translation>
    </message>
    <message>
        <source>Moves away</source>
        <translation>搬离本地</translation>
    </message>
    <message>
        <source>Wrong member</source>
        <translation>选错会员</translation>
    </message>
    <message>
        <source>Wrong service</source>
        <translation>选错权益</translation>
    </message>
    <message>
        <source>Noted twice</source>
        <translation>重复登记</translation>
    </message>
    <message>
        <source>Close to its date</source>
        <translation>临期</translation>
    </message>
    <message>
        <source>Damaged packing</source>
        <translation>包装破损</translation>
    </message>
    <message>
        <source>Shelf label differs</source>
        <translation>价签不符</translation>
    </message>
    <message>
        <source>As agreed</source>
        <translation>与顾客约定</translation>
    </message>
    <message>
        <source>Ordered before</source>
        <translation>事先预订</translation>
    </message>
    <message>
        <source>Last piece</source>
        <translation>最后一件</translation>
    </message>
    <message>
        <source>Change notes</source>
        <translation>换零钱</translation>
    </message>
    <message>
        <source>Check the cash</source>
        <translation>核对现金</translation>
    </message>
    <message>
        <source>Looked up at the provider</source>
        <translation>已在支付机构查实</translation>
    </message>
    <message>
        <source>Seen on the phone</source>
        <translation>已看过顾客手机</translation>
    </message>
    <message>
        <source>Stands on the terminal&apos;s slip</source>
        <translation>刷卡机签购单上有</translation>
    </message>
    <message>
        <source>Paid out in cash</source>
        <translation>已付现金</translation>
    </message>
    <message>
        <source>One person twice</source>
        <translation>重复登记</translation>
    </message>
    <message>
        <source>New phone number</source>
        <translation>换了手机号</translation>
    </message>
    <message>
        <source>The member wishes it</source>
        <translation>会员本人要求</translation>
    </message>
    <message>
        <source>Small change</source>
        <translation>零钱</translation>
    </message>
    <message>
        <source>To the bank</source>
        <translation>送存银行</translation>
    </message>
    <message>
        <source>Shop expenses</source>
        <translation>店内开支</translation>
    </message>
    <message>
        <source>Correct the float</source>
        <translation>调整备用金</translation>
    </message>
</context>
<context>
    <name>ReasonField</name>
    <message>
        <source>Reason (stays on record)</source>
        <translation>原因（会留下记录）</translation>
    </message>
</context>
<context>
    <name>ReceiptsPage</name>
    <message>
        <source>How slips look</source>
        <translation>小票样式</translation>
    </message>
    <message>
        <source>Each slip is a small text file. Change it in any editor: the picture follows while you save.</source>
        <translation>每种小票都是一个小文本文件，用任意编辑器修改，保存后预览随即更新。</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>纸宽</translation>
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
        <translation>编辑文件</translation>
    </message>
    <message>
        <source>Choose a logo</source>
        <translation>选择店标</translation>
    </message>
    <message>
        <source>No logo</source>
        <translation>不用店标</translation>
    </message>
    <message>
        <source>This shop&apos;s own file: {path}</source>
        <translation>本店自己的文件：{path}</translation>
    </message>
    <message>
        <source>As it comes with membertill.</source>
        <translation>程序自带的样式。</translation>
    </message>
    <message>
        <source>Until that is mended, slips look as before.</source>
        <translation>改正之前，小票仍按原来的样式打印。</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图片</translation>
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
        <translation>实收现金</translation>
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
        <translation>请先在终端完成收款，再输入或扫描交易单号。</translation>
    </message>
    <message>
        <source>Reference number</source>
        <translation>交易单号</translation>
    </message>
    <message>
        <source>Not paid</source>
        <translation>没有付成</translation>
    </message>
    <message>
        <source>Paid, no number</source>
        <translation>已付，无单号</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>已付</translation>
    </message>
    <message>
        <source>The reference number is missing</source>
        <translation>还没有交易单号</translation>
    </message>
    <message>
        <source>If the terminal gave none, press F2.</source>
        <translation>终端没有给出单号时，请按 F2。</translation>
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
        <translation>正在打印退货小票，请顾客签名。</translation>
    </message>
    <message>
        <source>Give the customer</source>
        <translation>退给顾客现金</translation>
    </message>
    <message>
        <source>Refund recorded</source>
        <translation>退货已入账</translation>
    </message>
    <message>
        <source>{name}: hand out {amount} from the drawer</source>
        <translation>{name}：从钱箱退 {amount}</translation>
    </message>
    <message>
        <source>{name}: {amount} is back on the card</source>
        <translation>{name}：{amount} 已退回卡内</translation>
    </message>
    <message>
        <source>{name}: {amount} goes back by itself</source>
        <translation>{name}：{amount} 自动原路退回</translation>
    </message>
    <message>
        <source>{name}: pay {amount} back on the terminal, reference {reference}</source>
        <translation>{name}：请在收款端退回 {amount}，参考号 {reference}</translation>
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
        <translation>单价</translation>
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
        <translation>实付 {amount}</translation>
    </message>
    <message>
        <source>{amount} refunded before</source>
        <translation>已退过 {amount}</translation>
    </message>
    <message>
        <source>Choose what comes back.</source>
        <translation>请选择要退的商品。</translation>
    </message>
    <message>
        <source>Kept for {points} points used already: {amount}</source>
        <translation>已用掉 {points} 积分，扣留 {amount}</translation>
    </message>
    <message>
        <source>Points taken back: {points}</source>
        <translation>扣回积分 {points}</translation>
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
        <translation>应退</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>One less</source>
        <translation>减一件</translation>
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
        <translation>本机已为这张小票垫付 {amount}</translation>
    </message>
    <message>
        <source>Put it back into the drawer as cash in when you refund the sale.</source>
        <translation>办理退货时，请把这笔钱作为现金存入放回钱箱。</translation>
    </message>
    <message>
        <source>Refund {amount} of receipt {number}</source>
        <translation>退款 {amount}（单号 {number}）</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Receipt</source>
        <translation>单号</translation>
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
        <translation>退货</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收银</translation>
    </message>
    <message>
        <source>Receipt number or member</source>
        <translation>单号或会员姓名</translation>
    </message>
    <message>
        <source>Which receipt?</source>
        <translation>要退哪一单？</translation>
    </message>
    <message>
        <source>Scan the QR code on the receipt, type its number, or choose from the last sales.</source>
        <translation>扫小票上的二维码、输入单号，或从最近的销售里选。</translation>
    </message>
    <message>
        <source>Not among the last sales</source>
        <translation>最近的销售里没有</translation>
    </message>
    <message>
        <source>Press Enter to look for this number in all sales.</source>
        <translation>按回车，在全部销售里查找这个单号。</translation>
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
        <translation>没有找到 {code}</translation>
    </message>
    <message>
        <source>One digit of {code} is wrong</source>
        <translation>条码 {code} 有一位不对</translation>
    </message>
    <message>
        <source>Scan it, or type it again.</source>
        <translation>请扫码，或重新输入。</translation>
    </message>
    <message>
        <source>This card is not in the directory</source>
        <translation>会员目录中没有这张卡</translation>
    </message>
    <message>
        <source>Find the member by phone with F2.</source>
        <translation>请按 F2 用手机号查找会员。</translation>
    </message>
    <message>
        <source>This card is frozen</source>
        <translation>这张卡已冻结</translation>
    </message>
    <message>
        <source>The sale can go on without it; head office can unfreeze it.</source>
        <translation>可以不用卡继续收银；解冻请联系总部。</translation>
    </message>
    <message>
        <source>This card was reported lost</source>
        <translation>这张卡已挂失</translation>
    </message>
    <message>
        <source>Check who is before you, then find the member by phone with F2.</source>
        <translation>请核实顾客身份，再按 F2 用手机号查找会员。</translation>
    </message>
    <message>
        <source>This card was replaced by a new one</source>
        <translation>这张卡已换新卡</translation>
    </message>
    <message>
        <source>Take the new card, or find the member by phone with F2.</source>
        <translation>请使用新卡，或按 F2 用手机号查找会员。</translation>
    </message>
    <message>
        <source>The card could not be read</source>
        <translation>没有读到卡</translation>
    </message>
    <message>
        <source>Swipe again, evenly and in one go.</source>
        <translation>请匀速、一次刷完。</translation>
    </message>
    <message>
        <source>This till cannot check codes from phones yet</source>
        <translation>这台收银机还不能核验手机会员码</translation>
    </message>
    <message>
        <source>It can after its next contact with head office. Find the member with F2.</source>
        <translation>下次与总部联系后即可。请按 F2 查找会员。</translation>
    </message>
    <message>
        <source>This code is not from head office</source>
        <translation>这个会员码不是总部签发的</translation>
    </message>
    <message>
        <source>Ask for the card or the phone number, and find the member with F2.</source>
        <translation>请出示会员卡或报手机号，按 F2 查找会员。</translation>
    </message>
    <message>
        <source>The clock of this till is not sure enough to check the code</source>
        <translation>本机时钟不可靠，无法核验会员码</translation>
    </message>
    <message>
        <source>Find the member with F2; a manager can confirm the clock.</source>
        <translation>请按 F2 查找会员；店长可以确认时钟。</translation>
    </message>
    <message>
        <source>This code has run out</source>
        <translation>这个会员码已过期</translation>
    </message>
    <message>
        <source>Ask for a fresh one on the phone, and scan again.</source>
        <translation>请在手机上刷新会员码，再扫一次。</translation>
    </message>
    <message>
        <source>This code was used at this till already</source>
        <translation>这个会员码已在本机用过</translation>
    </message>
    <message>
        <source>That was a bank card; nothing of it was kept</source>
        <translation>刷的是银行卡，未保留任何卡号信息</translation>
    </message>
    <message>
        <source>Take it on the payment terminal, then choose bank card as tender.</source>
        <translation>请在刷卡机上收款，再选择“银行卡”。</translation>
    </message>
    <message>
        <source>{name} was good until {day} only</source>
        <translation>{name} 已过期（{day}）</translation>
    </message>
    <message>
        <source>Put it aside and bring a fresh one.</source>
        <translation>请放到一边，换一件未过期的。</translation>
    </message>
    <message>
        <source>{name} is not for sale</source>
        <translation>{name} 不可销售</translation>
    </message>
    <message>
        <source>Put it aside and ask the manager.</source>
        <translation>请先放一边，询问店长。</translation>
    </message>
    <message>
        <source>This member is not in the directory</source>
        <translation>会员目录中没有这位会员</translation>
    </message>
    <message>
        <source>Search again by phone or name.</source>
        <translation>请用手机号或姓名重新查找。</translation>
    </message>
    <message>
        <source>Only {usable_minor} of stored value can be used at this till</source>
        <translation>本机可用储值只有 {usable_minor}</translation>
    </message>
    <message>
        <source>Take less from the card and the rest with another tender.</source>
        <translation>请减少储值金额，其余用别的方式支付。</translation>
    </message>
    <message>
        <source>Stored value needs a card</source>
        <translation>使用储值需要会员卡</translation>
    </message>
    <message>
        <source>Scan the card, or find the member with F2.</source>
        <translation>请刷卡，或按 F2 查找会员。</translation>
    </message>
    <message>
        <source>The clock of this till has jumped, so stored value rests</source>
        <translation>收银机时钟异常，储值暂停使用</translation>
    </message>
    <message>
        <source>Take another tender; a manager can confirm the clock from the status strip.</source>
        <translation>请用别的方式支付；店长可在状态栏确认时钟。</translation>
    </message>
    <message>
        <source>Head office was not heard for too long, so stored value rests</source>
        <translation>与总部失联过久，储值暂停使用</translation>
    </message>
    <message>
        <source>Take another tender. It moves again at the next contact.</source>
        <translation>请用其他方式付款；恢复联系后即可使用。</translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation>总部已停用本机的储值业务</translation>
    </message>
    <message>
        <source>Take another tender, and call head office. The card works at other tills.</source>
        <translation>请用其他方式付款并联系总部。该卡在其他收银机可用。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; {elsewhere_minor} lies at head office</source>
        <translation>本机可用 {usable_minor}；另有 {elsewhere_minor} 在总部</translation>
    </message>
    <message>
        <source>It cannot be reached now. Take the rest with another tender; nothing is lost.</source>
        <translation>现在连不上总部。其余请用其他方式付款，余额不会丢失。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; the rest is at another till</source>
        <translation>本机可用 {usable_minor}；其余额度在别的收银机</translation>
    </message>
    <message>
        <source>It was asked to return it: try again in a minute, or take another tender.</source>
        <translation>已通知对方退回：一分钟后再试，或用其他方式付款。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; this till may hold no more</source>
        <translation>本机可用 {usable_minor}；已达本机持有上限</translation>
    </message>
    <message>
        <source>Take the rest with another tender, or call head office about the limit.</source>
        <translation>其余请用其他方式付款，或联系总部调整上限。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; head office recovers and lends nothing yet</source>
        <translation>本机可用 {usable_minor}；总部恢复中，暂不发放额度</translation>
    </message>
    <message>
        <source>Take the rest with another tender; nothing is lost.</source>
        <translation>其余请用其他方式付款，余额不会丢失。</translation>
    </message>
    <message>
        <source>{usable_minor} can be used here; head office did not answer in time</source>
        <translation>本机可用 {usable_minor}；总部未及时答复</translation>
    </message>
    <message>
        <source>Try again, or take the rest with another tender; nothing is lost.</source>
        <translation>请重试，或其余用其他方式付款，余额不会丢失。</translation>
    </message>
    <message>
        <source>The points or coupons of this price are not at this till any more</source>
        <translation>此价格所需的积分或优惠券已不在本收银机</translation>
    </message>
    <message>
        <source>Scan the member&apos;s card again; the price is worked out anew.</source>
        <translation>请重新刷会员卡，价格会重新计算。</translation>
    </message>
    <message>
        <source>Stored value cannot pay for stored value</source>
        <translation>储值不能用来充值</translation>
    </message>
    <message>
        <source>Take another tender, or transfer from card to card.</source>
        <translation>请换一种支付方式，或使用卡间转移。</translation>
    </message>
    <message>
        <source>This programme has no stored value</source>
        <translation>本会员方案没有储值</translation>
    </message>
    <message>
        <source>Nothing could be paid with it.</source>
        <translation>充进去也无法用来付款。</translation>
    </message>
    <message>
        <source>More than {limit_minor} of stored value needs the customer&apos;s PIN</source>
        <translation>储值支付超过 {limit_minor} 需要顾客输入密码</translation>
    </message>
    <message>
        <source>Have the customer type it, or take another tender.</source>
        <translation>请顾客输入密码，或改用其他支付方式。</translation>
    </message>
    <message>
        <source>More than {limit_minor} of stored value needs a PIN, and this till knows none</source>
        <translation>储值支付超过 {limit_minor} 需要密码，本机没有该卡的密码</translation>
    </message>
    <message>
        <source>A supervisor checks who it is and allows it, or take another tender.</source>
        <translation>请主管核对本人后授权，或改用其他支付方式。</translation>
    </message>
    <message>
        <source>A card like this may hold {limit_minor} of prepaid money; this one holds {held_minor}</source>
        <translation>此类卡的预付本金上限为 {limit_minor}，现有 {held_minor}</translation>
    </message>
    <message>
        <source>The law sets the limit. Take no more than {room_minor}.</source>
        <translation>这是法规限额，最多还可充 {room_minor}。</translation>
    </message>
    <message>
        <source>Only {usable_minor} of this card lies at this till</source>
        <translation>此卡只有 {usable_minor} 在本收银机</translation>
    </message>
    <message>
        <source>The rest lies at head office or other tills: fetch it first, or take less.</source>
        <translation>其余在总部或其他收银机：请先取回，或减少金额。</translation>
    </message>
    <message>
        <source>What this top-up brings has changed</source>
        <translation>此次充值的赠送有变化</translation>
    </message>
    <message>
        <source>This till has no such top-up</source>
        <translation>本收银机没有这笔充值</translation>
    </message>
    <message>
        <source>Only the till that took a top-up can undo it.</source>
        <translation>只有当时收款的收银机可以撤销。</translation>
    </message>
    <message>
        <source>Something of this top-up was spent, or lies elsewhere</source>
        <translation>这笔充值已有使用，或部分不在本机</translation>
    </message>
    <message>
        <source>Pay the balance out instead.</source>
        <translation>请改用余额退款。</translation>
    </message>
    <message>
        <source>The programme has no such service any more</source>
        <translation>方案中已没有这项权益</translation>
    </message>
    <message>
        <source>Open the list again.</source>
        <translation>请重新打开列表。</translation>
    </message>
    <message>
        <source>Not for this member, or not today</source>
        <translation>该会员或今天不可用</translation>
    </message>
    <message>
        <source>The programme says to whom and when.</source>
        <translation>适用对象和时间以方案为准。</translation>
    </message>
    <message>
        <source>Takes part in the draw of {day}</source>
        <translation>参加 {day} 开奖</translation>
    </message>
    <message>
        <source>Head office draws; a prize that was won is handed out here.</source>
        <translation>由总部开奖，中奖后在本机领奖。</translation>
    </message>
    <message>
        <source>Had as often as the programme allows</source>
        <translation>允许的次数已用完</translation>
    </message>
    <message>
        <source>Again in the next period.</source>
        <translation>下一周期可再次办理。</translation>
    </message>
    <message>
        <source>This till holds no right to it</source>
        <translation>本机暂无此额度</translation>
    </message>
    <message>
        <source>Head office lends it as soon as the line is there: open the list again.</source>
        <translation>连上总部后即可取得，请重新打开列表。</translation>
    </message>
    <message>
        <source>The member has none of it</source>
        <translation>该会员没有此项</translation>
    </message>
    <message>
        <source>It has to be bought or earned first.</source>
        <translation>需先购买或获得。</translation>
    </message>
    <message>
        <source>It lies at head office or another till</source>
        <translation>在总部或其他收银机</translation>
    </message>
    <message>
        <source>It comes as soon as the line is there: open the list again.</source>
        <translation>联网后即可取回，请重新打开列表。</translation>
    </message>
    <message>
        <source>Nothing of it is unused, or it was not sold at this till</source>
        <translation>没有可退的部分，或不是在本机办理的</translation>
    </message>
    <message>
        <source>Only the till that sold a pass or membership can pay it back.</source>
        <translation>次卡和付费会员只能在办理的收银机上退。</translation>
    </message>
    <message>
        <source>There is no service here that may still be undone</source>
        <translation>本机没有还可以撤销的权益</translation>
    </message>
    <message>
        <source>The till that gave it undoes it, as long as the programme says; never a spin.</source>
        <translation>由办理的收银台在方案规定的期限内撤销；抽奖不能撤销。</translation>
    </message>
    <message>
        <source>Something that it brought was used, or lies elsewhere</source>
        <translation>它带来的东西已被使用，或不在本机</translation>
    </message>
    <message>
        <source>Undo first what used it: the visit before the pass.</source>
        <translation>请先撤销用掉它的那一项：先撤销核销，再撤销售卡。</translation>
    </message>
    <message>
        <source>{missing} points are missing</source>
        <translation>还差 {missing} 积分</translation>
    </message>
    <message>
        <source>More points come with the next purchases.</source>
        <translation>继续消费即可累积积分。</translation>
    </message>
    <message>
        <source>This is no phone number</source>
        <translation>这不是手机号</translation>
    </message>
    <message>
        <source>A mobile number has 11 digits and begins with 1.</source>
        <translation>手机号有 11 位，以 1 开头。</translation>
    </message>
    <message>
        <source>{name} is a member with this phone already</source>
        <translation>{name} 已用此手机号成为会员</translation>
    </message>
    <message>
        <source>Open that member, or type another phone number.</source>
        <translation>打开该会员，或输入别的手机号。</translation>
    </message>
    <message>
        <source>The name is missing</source>
        <translation>还没有姓名</translation>
    </message>
    <message>
        <source>A surname is enough.</source>
        <translation>只填姓也可以。</translation>
    </message>
    <message>
        <source>There is no such birthday</source>
        <translation>没有这样的生日</translation>
    </message>
    <message>
        <source>Type year, month and day, as 19900213, or leave it empty.</source>
        <translation>请输入年月日，如 19900213，或不填。</translation>
    </message>
    <message>
        <source>Nothing was changed</source>
        <translation>没有改动</translation>
    </message>
    <message>
        <source>Change something, or go back.</source>
        <translation>请修改，或返回。</translation>
    </message>
    <message>
        <source>This card number belongs to somebody already</source>
        <translation>此卡号已被使用</translation>
    </message>
    <message>
        <source>Take a new card.</source>
        <translation>请换一张新卡。</translation>
    </message>
    <message>
        <source>This is no card number of this shop</source>
        <translation>这不是本店的卡号</translation>
    </message>
    <message>
        <source>Swipe the new card, or type its number again.</source>
        <translation>请刷新卡，或重新输入卡号。</translation>
    </message>
    <message>
        <source>Both cards open the same wallet</source>
        <translation>两张卡属于同一个钱包</translation>
    </message>
    <message>
        <source>There is nothing to move.</source>
        <translation>无需转移。</translation>
    </message>
    <message>
        <source>The basket is empty</source>
        <translation>购物篮是空的</translation>
    </message>
    <message>
        <source>Scan goods first.</source>
        <translation>请先扫商品。</translation>
    </message>
    <message>
        <source>{remaining_minor} is still to pay</source>
        <translation>还差 {remaining_minor}</translation>
    </message>
    <message>
        <source>Take another tender for the rest.</source>
        <translation>请用别的方式支付余款。</translation>
    </message>
    <message>
        <source>Only cash can be more than what is left to pay: {remaining_minor}</source>
        <translation>只有现金可以多收；待付 {remaining_minor}</translation>
    </message>
    <message>
        <source>Type a smaller amount.</source>
        <translation>请输入较小的金额。</translation>
    </message>
    <message>
        <source>That would be {change_minor} of change</source>
        <translation>找零将达到 {change_minor}</translation>
    </message>
    <message>
        <source>Check the amount handed over, and type it again.</source>
        <translation>请核对实收金额后重新输入。</translation>
    </message>
    <message>
        <source>One of these ways to pay does not go together with another</source>
        <translation>这些支付方式中有一种不能与其他方式同用</translation>
    </message>
    <message>
        <source>Take back what was paid (Delete), then pay all of it in one way.</source>
        <translation>先撤回已收款项（Delete），再用一种方式付清。</translation>
    </message>
    <message>
        <source>This way to pay is for goods without offers; the sum is {total_minor} now</source>
        <translation>此支付方式不享受优惠，应付金额现为 {total_minor}</translation>
    </message>
    <message>
        <source>Press it again to take it. Any other way to pay brings the offers back.</source>
        <translation>再按一次即可收款；改用其他支付方式则恢复优惠。</translation>
    </message>
    <message>
        <source>The offers are back</source>
        <translation>优惠已恢复</translation>
    </message>
    <message>
        <source>Look at the sum, then press again.</source>
        <translation>请核对金额后再按一次。</translation>
    </message>
    <message>
        <source>This tender is not in the programme</source>
        <translation>方案中没有这种支付方式</translation>
    </message>
    <message>
        <source>Take another one.</source>
        <translation>请换一种。</translation>
    </message>
    <message>
        <source>The amount must be more than zero</source>
        <translation>金额必须大于零</translation>
    </message>
    <message>
        <source>Type it again.</source>
        <translation>请重新输入。</translation>
    </message>
    <message>
        <source>The quantity must be more than 0 and less than 10,000</source>
        <translation>数量必须大于 0、小于 10,000</translation>
    </message>
    <message>
        <source>Nobody of this name works here</source>
        <translation>没有这位员工</translation>
    </message>
    <message>
        <source>Choose a name from the list.</source>
        <translation>请从列表中选择姓名。</translation>
    </message>
    <message>
        <source>The PIN is wrong</source>
        <translation>密码不对</translation>
    </message>
    <message>
        <source>Type it again; tries left: {tries_left}.</source>
        <translation>请重新输入，还可试 {tries_left} 次。</translation>
    </message>
    <message>
        <source>Too many wrong PINs</source>
        <translation>密码错误次数过多</translation>
    </message>
    <message>
        <source>Wait {minutes} min, or somebody else signs on.</source>
        <translation>请等 {minutes} 分钟，或由他人登录。</translation>
    </message>
    <message>
        <source>This PIN is too short</source>
        <translation>密码太短</translation>
    </message>
    <message>
        <source>Take {digits} digits or more.</source>
        <translation>请用 {digits} 位或更多数字。</translation>
    </message>
    <message>
        <source>This is the PIN you have</source>
        <translation>这就是现在的密码</translation>
    </message>
    <message>
        <source>The new PIN was not typed twice alike</source>
        <translation>两次输入的新密码不一致</translation>
    </message>
    <message>
        <source>Type it again, both times.</source>
        <translation>请重新输入两次。</translation>
    </message>
    <message>
        <source>You may not do this: {permission}</source>
        <translation>您没有权限：{permission}</translation>
    </message>
    <message>
        <source>Ask a supervisor or manager to approve it.</source>
        <translation>请主管或店长授权。</translation>
    </message>
    <message>
        <source>A reason is needed</source>
        <translation>需要填写原因</translation>
    </message>
    <message>
        <source>Type why; it stays on record.</source>
        <translation>请输入原因，会留下记录。</translation>
    </message>
    <message>
        <source>No shift is open</source>
        <translation>还没有开班</translation>
    </message>
    <message>
        <source>Open one with F9; the basket stays.</source>
        <translation>请按 F9 开班，购物篮会保留。</translation>
    </message>
    <message>
        <source>A shift is open already</source>
        <translation>已经开班</translation>
    </message>
    <message>
        <source>Go on with it, or close it first.</source>
        <translation>请继续当班，或先交班。</translation>
    </message>
    <message>
        <source>The open shift is of another day</source>
        <translation>当前班次不是今天的</translation>
    </message>
    <message>
        <source>Count the drawer and close it with F9, then open a new one.</source>
        <translation>请按 F9 点钞交班，再重新开班。</translation>
    </message>
    <message>
        <source>Baskets are still on hold: {count}</source>
        <translation>还有 {count} 笔挂单</translation>
    </message>
    <message>
        <source>Recall each with F7 and sell or clear it.</source>
        <translation>请按 F7 逐笔取单，收款或清空。</translation>
    </message>
    <message>
        <source>This till has no such receipt</source>
        <translation>本机没有这张小票</translation>
    </message>
    <message>
        <source>Check the number, or choose from the recent sales.</source>
        <translation>请核对单号，或从最近销售中选择。</translation>
    </message>
    <message>
        <source>The right to refund receipt {receipt} lies at another till</source>
        <translation>小票 {receipt} 的退货权在另一台收银机</translation>
    </message>
    <message>
        <source>Ask for it once head office is reached, or refund it there.</source>
        <translation>连上总部后再取，或到那台收银机退。</translation>
    </message>
    <message>
        <source>This is another till&apos;s receipt, and head office cannot be reached</source>
        <translation>这是另一台收银机的小票，现在连不上总部</translation>
    </message>
    <message>
        <source>Refund it at the till that sold it, or once the line is back.</source>
        <translation>请到原收银机退，或等网络恢复。</translation>
    </message>
    <message>
        <source>Wait a few minutes; head office has been told.</source>
        <translation>请等几分钟再试；总部已收到提示。</translation>
    </message>
    <message>
        <source>Without the other till&apos;s word no more than {amount_minor} may go back</source>
        <translation>没有原收银机确认，最多退 {amount_minor}</translation>
    </message>
    <message>
        <source>Pick less, or wait until that till has answered.</source>
        <translation>少选一些，或等那台收银机回应。</translation>
    </message>
    <message>
        <source>This till knows what was sold on receipt {receipt}: no advance is paid on it</source>
        <translation>本机查得到小票 {receipt} 的商品，不能预付退款</translation>
    </message>
    <message>
        <source>Refund the sale itself: enter its number again and pick what comes back.</source>
        <translation>请直接退货：再输入一次小票号，选择退回的商品。</translation>
    </message>
    <message>
        <source>That is more than was sold and not yet refunded</source>
        <translation>超过了可退数量</translation>
    </message>
    <message>
        <source>Choose a smaller quantity.</source>
        <translation>请选择较小的数量。</translation>
    </message>
    <message>
        <source>Goods come back or are exchanged within {days} days of the sale</source>
        <translation>售出 {days} 天内可退换</translation>
    </message>
    <message>
        <source>A manager may allow it later: do it again and have the manager approve it.</source>
        <translation>超过期限须店长授权：请重做一次，由店长批准。</translation>
    </message>
    <message>
        <source>Nothing is chosen to go back</source>
        <translation>还没有选择要退的商品</translation>
    </message>
    <message>
        <source>Choose lines and quantities.</source>
        <translation>请选择商品行和数量。</translation>
    </message>
    <message>
        <source>The price has changed to {total_minor}</source>
        <translation>价格已变为 {total_minor}</translation>
    </message>
    <message>
        <source>Tell the customer, then take the payment again.</source>
        <translation>请告知顾客后重新收款。</translation>
    </message>
    <message>
        <source>Scan again, or search: F1 goods, F2 members.</source>
        <translation>请重新扫码，或查找：F1 商品，F2 会员。</translation>
    </message>
    <message>
        <source>This till has looked up too many members or receipts elsewhere</source>
        <translation>本机查询外区会员或其他收银机小票过多</translation>
    </message>
    <message>
        <source>{name}: not for this customer, or not now</source>
        <translation>{name}：这位顾客不能买，或现在还不能买</translation>
    </message>
    <message>
        <source>The programme says who may buy it and when. It was not put into the basket.</source>
        <translation>方案规定了谁、何时可以购买。商品没有加入购物篮。</translation>
    </message>
    <message>
        <source>{name}: not without a member&apos;s card, or not now</source>
        <translation>{name}：需要会员卡，或现在还不能买</translation>
    </message>
    <message>
        <source>Swipe the card first, then scan again.</source>
        <translation>请先刷会员卡，再扫商品。</translation>
    </message>
    <message>
        <source>{name}: at most {allowed} for this customer now</source>
        <translation>{name}：这位顾客现在最多买 {allowed} 件</translation>
    </message>
    <message>
        <source>Take the rest out of the basket.</source>
        <translation>请把多出的从购物篮中取出。</translation>
    </message>
    <message>
        <source>{name}: this till does not know how many are left</source>
        <translation>{name}：本机不知道还剩几件</translation>
    </message>
    <message>
        <source>Head office tells as soon as the line is there: scan again in a moment.</source>
        <translation>网络恢复后总部会告知，请稍后再扫。</translation>
    </message>
    <message>
        <source>This basket was taken up already</source>
        <translation>这笔挂单已被取走</translation>
    </message>
    <message>
        <source>Choose another one.</source>
        <translation>请选择另一笔。</translation>
    </message>
    <message>
        <source>The payment was refused; nothing was taken</source>
        <translation>支付被拒绝，没有扣款</translation>
    </message>
    <message>
        <source>Try again, or pay another way.</source>
        <translation>请重试，或换一种方式付款。</translation>
    </message>
    <message>
        <source>It was not paid in time; nothing was taken</source>
        <translation>超时未付，没有扣款</translation>
    </message>
    <message>
        <source>The payment service cannot be reached; nothing was taken</source>
        <translation>连不上支付服务，没有扣款</translation>
    </message>
    <message>
        <source>Check its line, or pay another way.</source>
        <translation>请检查它的线路，或换一种方式付款。</translation>
    </message>
    <message>
        <source>This payment code is not good; nothing was taken</source>
        <translation>付款码无效，没有扣款</translation>
    </message>
    <message>
        <source>Have a fresh code shown on the phone, then try again.</source>
        <translation>请顾客刷新付款码后再试。</translation>
    </message>
    <message>
        <source>The payment was cancelled; nothing was taken</source>
        <translation>支付已取消，没有扣款</translation>
    </message>
    <message>
        <source>The payment could not be paid back; it is kept for later</source>
        <translation>这笔支付没能退回，已留待以后处理</translation>
    </message>
    <message>
        <source>Try again in a moment. It is offered again at the next payment.</source>
        <translation>请稍后再试；下次收款时会再次提示。</translation>
    </message>
    <message>
        <source>The disk of this till is full; nothing of this was kept</source>
        <translation>收银机磁盘已满，这一步没有保存</translation>
    </message>
    <message>
        <source>Free some space, then do it again. Sales so far are safe.</source>
        <translation>请清理空间后重试，之前的销售都已保存。</translation>
    </message>
    <message>
        <source>The till cannot read or write its data</source>
        <translation>收银机无法读写数据</translation>
    </message>
    <message>
        <source>Stop selling here, call for support, and leave the till switched on.</source>
        <translation>请停止在本机收银并联系支持，不要关机。</translation>
    </message>
    <message>
        <source>Something went wrong inside the till; nothing was kept of it</source>
        <translation>收银机内部出错，这一步没有保存</translation>
    </message>
    <message>
        <source>Try once more. If it happens again, call for support.</source>
        <translation>请再试一次；如仍出错，请联系支持。</translation>
    </message>
</context>
<context>
    <name>Remedies</name>
    <message>
        <source>Waiting slips</source>
        <translation>待打印小票</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>The clock is right</source>
        <translation>时钟正确</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Lock the till</source>
        <translation>锁屏</translation>
    </message>
    <message>
        <source>Date and time of this till are right</source>
        <translation>确认本机日期和时间正确</translation>
    </message>
</context>
<context>
    <name>ReportPanel</name>
    <message>
        <source>Print</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>Print shift slip</source>
        <translation>打印交班单</translation>
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
        <translation>第 {number} 班 X 报表</translation>
    </message>
    <message>
        <source>The figures so far; nothing is closed.</source>
        <translation>到目前为止的数字，不结束本班。</translation>
    </message>
    <message>
        <source>Counted {counted}, expected {expected}. The Z report is printing.</source>
        <translation>实点 {counted}，应有 {expected}。正在打印 Z 报表。</translation>
    </message>
    <message>
        <source>Shift {number} is closed; the drawer is right</source>
        <translation>第 {number} 班已交班，现金相符</translation>
    </message>
    <message>
        <source>Shift {number} is closed; cash over</source>
        <translation>第 {number} 班已交班，现金长款</translation>
    </message>
    <message>
        <source>Shift {number} is closed; cash short</source>
        <translation>第 {number} 班已交班，现金短款</translation>
    </message>
</context>
<context>
    <name>Role</name>
    <message>
        <source>Cashier</source>
        <translation>收银员</translation>
    </message>
    <message>
        <source>Supervisor</source>
        <translation>主管</translation>
    </message>
    <message>
        <source>Manager</source>
        <translation>店长</translation>
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
        <translation>标记已回访</translation>
    </message>
    <message>
        <source>Let it pass</source>
        <translation>授权放行</translation>
    </message>
    <message>
        <source>{name} was good until {day} only</source>
        <translation>{name} 已过期（{day}）</translation>
    </message>
    <message>
        <source>Check it with the customer; F6 takes it out again.</source>
        <translation>请与顾客确认；按 F6 删除该行。</translation>
    </message>
    <message>
        <source>Basket {number} is on hold</source>
        <translation>已挂单，序号 {number}</translation>
    </message>
    <message>
        <source>F7 takes it up again.</source>
        <translation>按 F7 可取单。</translation>
    </message>
    <message>
        <source>Press F12 and go on, or take the payments back first.</source>
        <translation>请按 F12 继续，或先退回已收的款。</translation>
    </message>
    <message>
        <source>Payments were taken for this basket</source>
        <translation>这一单已经收了款</translation>
    </message>
    <message>
        <source>{name} was taken out</source>
        <translation>已删除 {name}</translation>
    </message>
    <message>
        <source>Put it back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>{name} is back</source>
        <translation>已恢复 {name}</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>取单</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>挂单</translation>
    </message>
    <message>
        <source>Scan or type: code, name, initials, phone</source>
        <translation>扫码，或输入条码、名称、拼音首字母、手机号</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>查商品</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>改价</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删行</translation>
    </message>
    <message>
        <source>Refund</source>
        <translation>退货</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>交班</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁屏</translation>
    </message>
</context>
<context>
    <name>ScannerPage</name>
    <message>
        <source>Scanners on serial ports</source>
        <translation>串口扫码枪</translation>
    </message>
    <message>
        <source>The surest way: no input method can swallow a code.</source>
        <translation>最可靠的接法：不会被输入法吞掉条码。</translation>
    </message>
    <message>
        <source>None yet. A keyboard scanner needs none.</source>
        <translation>还没有。键盘口扫码枪不用添加。</translation>
    </message>
    <message>
        <source>Add a scanner</source>
        <translation>添加扫码枪</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>重新查找</translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message>
        <source>Find a product</source>
        <translation>查找商品</translation>
    </message>
    <message>
        <source>Name, pinyin initials or code</source>
        <translation>名称、拼音首字母或条码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>条码</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>会员价</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>售价</translation>
    </message>
    <message>
        <source>Nothing found yet</source>
        <translation>还没有找到商品</translation>
    </message>
    <message>
        <source>Fewer letters find more.</source>
        <translation>输入少一些字，能找到更多。</translation>
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
        <translation>条码、卡号</translation>
    </message>
    <message>
        <source>tracks with check (LRC)</source>
        <translation>磁道（带 LRC 校验）</translation>
    </message>
    <message>
        <source>chip, hex</source>
        <translation>芯片号，十六进制</translation>
    </message>
    <message>
        <source>chip, hex, reversed</source>
        <translation>芯片号，十六进制反序</translation>
    </message>
    <message>
        <source>chip, decimal</source>
        <translation>芯片号，十进制</translation>
    </message>
    <message>
        <source>chip, decimal, reversed</source>
        <translation>芯片号，十进制反序</translation>
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
        <translation>串口</translation>
    </message>
    <message>
        <source>Baud</source>
        <translation>波特率</translation>
    </message>
    <message>
        <source>A code ends with</source>
        <translation>结束符</translation>
    </message>
    <message>
        <source>It sends</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>a pause</source>
        <translation>停顿</translation>
    </message>
</context>
<context>
    <name>Service</name>
    <message>
        <source>Redeem</source>
        <translation>兑换</translation>
    </message>
    <message>
        <source>Tick off</source>
        <translation>核销权益</translation>
    </message>
    <message>
        <source>Use pass</source>
        <translation>用次卡</translation>
    </message>
    <message>
        <source>Spin</source>
        <translation>抽奖</translation>
    </message>
    <message>
        <source>Note action</source>
        <translation>登记互动</translation>
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
        <translation>退付费会员</translation>
    </message>
    <message>
        <source>Sell membership</source>
        <translation>开通会员</translation>
    </message>
    <message>
        <source>{name}, trial</source>
        <translation>{name}（体验）</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 积分</translation>
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
        <translation>按方案退还未使用的部分。</translation>
    </message>
    <message>
        <source>Which pass or membership?</source>
        <translation>退哪一张？</translation>
    </message>
    <message>
        <source>As if it had never been: what it used up comes back, what it brought goes.</source>
        <translation>如同没有办理过：用掉的退回，带来的收回。</translation>
    </message>
    <message>
        <source>Which service was a mistake?</source>
        <translation>撤销哪一项？</translation>
    </message>
    <message>
        <source>{amount} kept for its used coupons</source>
        <translation>扣除已用优惠券 {amount}</translation>
    </message>
    <message>
        <source>Pay {amount} back: {name}</source>
        <translation>退还 {amount}：{name}</translation>
    </message>
    <message>
        <source>Undo: {service} · {name}</source>
        <translation>撤销：{service} · {name}</translation>
    </message>
    <message>
        <source>Give the customer {amount}</source>
        <translation>请付给顾客 {amount}</translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation>小票正在打印，请顾客签名。</translation>
    </message>
    <message>
        <source>{points} points are back. The slip is printing.</source>
        <translation>已退回 {points} 积分，小票正在打印。</translation>
    </message>
    <message>
        <source>Undone: {name}</source>
        <translation>已撤销：{name}</translation>
    </message>
    <message>
        <source>The slip is printing.</source>
        <translation>正在打印凭条。</translation>
    </message>
</context>
<context>
    <name>SettingsScreen</name>
    <message>
        <source>You may look at everything here</source>
        <translation>可以查看全部设置</translation>
    </message>
    <message>
        <source>When you save, a manager has to allow it.</source>
        <translation>保存时需要店长授权。</translation>
    </message>
    <message>
        <source>The drawer opens</source>
        <translation>钱箱正在打开</translation>
    </message>
    <message>
        <source>If not: is its cable in the printer, is it locked?</source>
        <translation>若未打开：线是否插在打印机上？是否上了锁？</translation>
    </message>
    <message>
        <source>Settings saved</source>
        <translation>设置已保存</translation>
    </message>
    <message>
        <source>They are in force now.</source>
        <translation>现在已经生效。</translation>
    </message>
    <message>
        <source>Change the settings of this till</source>
        <translation>修改本机设置</translation>
    </message>
    <message>
        <source>Your PIN is changed</source>
        <translation>密码已修改</translation>
    </message>
    <message>
        <source>It counts from the next sign-on.</source>
        <translation>下次登录起生效。</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收银</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
</context>
<context>
    <name>ShiftDeskPanel</name>
    <message>
        <source>Cash in</source>
        <translation>存入现金</translation>
    </message>
    <message>
        <source>Cash out</source>
        <translation>取出现金</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 报表</translation>
    </message>
    <message>
        <source>Count and close</source>
        <translation>清点交班</translation>
    </message>
    <message>
        <source>The count is blind: the till says what should be there only afterwards.</source>
        <translation>盲点：清点之后才显示应有金额。</translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation>第 {number} 班</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>营业中</translation>
    </message>
    <message>
        <source>Opened on another day: close it</source>
        <translation>不是今天开的班，请先交班</translation>
    </message>
    <message>
        <source>Business date</source>
        <translation>营业日</translation>
    </message>
    <message>
        <source>Opened</source>
        <translation>开班时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>开班人</translation>
    </message>
    <message>
        <source>Float</source>
        <translation>备用金</translation>
    </message>
</context>
<context>
    <name>ShiftScreen</name>
    <message>
        <source>Shift {number} is open</source>
        <translation>第 {number} 班已开班</translation>
    </message>
    <message>
        <source>Ready for the first customer.</source>
        <translation>可以接待第一位顾客了。</translation>
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
        <translation>已记入本班报表。</translation>
    </message>
    <message>
        <source>The drawer is open</source>
        <translation>钱箱已打开</translation>
    </message>
    <message>
        <source>It is counted in the shift&apos;s report.</source>
        <translation>本班报表会记一次开箱。</translation>
    </message>
    <message>
        <source>The X report is printing</source>
        <translation>正在打印 X 报表</translation>
    </message>
    <message>
        <source>The shift slip is printing</source>
        <translation>正在打印交班单</translation>
    </message>
    <message>
        <source>Put {amount} into the drawer</source>
        <translation>向钱箱存入 {amount}</translation>
    </message>
    <message>
        <source>Take {amount} out of the drawer</source>
        <translation>从钱箱取出 {amount}</translation>
    </message>
    <message>
        <source>Open the drawer without a sale</source>
        <translation>不销售打开钱箱</translation>
    </message>
    <message>
        <source>Look at the X report of this shift</source>
        <translation>查看本班 X 报表</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>班次</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>回到收银</translation>
    </message>
</context>
<context>
    <name>ShopPage</name>
    <message>
        <source>Shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>This stands at the top of every receipt.</source>
        <translation>印在每张小票的最上面。</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>小票</translation>
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
        <translation>电话</translation>
    </message>
    <message>
        <source>Last line</source>
        <translation>小票结尾语</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>小票语言</translation>
    </message>
    <message>
        <source>Thank you, see you again</source>
        <translation>谢谢惠顾，欢迎再次光临</translation>
    </message>
    <message>
        <source>Stored value lent by head office</source>
        <translation>总部发放的储值额度</translation>
    </message>
    <message>
        <source>What lies here can be spent while the line is down.</source>
        <translation>断网时可以使用本机已有的额度。</translation>
    </message>
    <message>
        <source>When a shift is closed</source>
        <translation>交班时</translation>
    </message>
    <message>
        <source>Keep it here</source>
        <translation>留在本机</translation>
    </message>
    <message>
        <source>Return it</source>
        <translation>退回总部</translation>
    </message>
    <message>
        <source>Return what nobody used for</source>
        <translation>多久未用即退回</translation>
    </message>
    <message>
        <source>Refunds of another till&apos;s sale</source>
        <translation>退其他收银机的货</translation>
    </message>
    <message>
        <source>While that till does not answer, a manager may refund so much of one sale. The shop stands for it.</source>
        <translation>对方收银机没有应答时，店长最多可按此金额退一单，风险由本店承担。</translation>
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
        <translation>店名；留空则用总部给的名称</translation>
    </message>
    <message>
        <source>Address (may be empty)</source>
        <translation>地址（可不填）</translation>
    </message>
    <message>
        <source>Telephone (may be empty)</source>
        <translation>电话（可不填）</translation>
    </message>
</context>
<context>
    <name>SignDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>SignOnScreen</name>
    <message>
        <source>Till {till}. Choose your name, then type your PIN.</source>
        <translation>收银机 {till}。请选择姓名，再输入密码。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Sign on</source>
        <translation>登录</translation>
    </message>
</context>
<context>
    <name>Slip</name>
    <message>
        <source>Receipt</source>
        <translation>销售小票</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>礼品小票</translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation>退货小票</translation>
    </message>
    <message>
        <source>Stored-value slip</source>
        <translation>储值单</translation>
    </message>
    <message>
        <source>Pass or service slip</source>
        <translation>次卡与权益小票</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 报表</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z 报表</translation>
    </message>
    <message>
        <source>Shift slip</source>
        <translation>交班单</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>Open drawer</source>
        <translation>打开钱箱</translation>
    </message>
    <message>
        <source>waits</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>reprint</source>
        <translation>补打</translation>
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
        <translation>排队的小票</translation>
    </message>
    <message>
        <source>They print by themselves, oldest first, as soon as the printer can. Nothing is lost.</source>
        <translation>打印机好了就会按先后自动打印，一张也不会丢。</translation>
    </message>
    <message>
        <source>The printer is trying again</source>
        <translation>正在重新打印</translation>
    </message>
    <message>
        <source>Each slip leaves the list once it is out.</source>
        <translation>打好一张，列表里就少一张。</translation>
    </message>
    <message>
        <source>Saved as PDF</source>
        <translation>已存为 PDF</translation>
    </message>
    <message>
        <source>The PDF could not be saved</source>
        <translation>PDF 无法保存</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>单号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Everything is printed</source>
        <translation>都打印好了</translation>
    </message>
    <message>
        <source>No slip waits for the printer.</source>
        <translation>没有排队的小票。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>As PDF</source>
        <translation>存为 PDF</translation>
    </message>
    <message>
        <source>Do not print</source>
        <translation>不打印</translation>
    </message>
    <message>
        <source>Print now</source>
        <translation>立即打印</translation>
    </message>
</context>
<context>
    <name>Status</name>
    <message>
        <source>Printer ready</source>
        <translation>打印机正常</translation>
    </message>
    <message>
        <source>Receipts print as sales are made.</source>
        <translation>小票会随收款打印。</translation>
    </message>
    <message>
        <source>Paper near its end</source>
        <translation>纸快用完</translation>
    </message>
    <message>
        <source>Have a new roll at hand; printing goes on.</source>
        <translation>请备好新纸卷，打印会继续。</translation>
    </message>
    <message>
        <source>Printer out of paper</source>
        <translation>打印机缺纸</translation>
    </message>
    <message>
        <source>Put in a new roll. Selling goes on; receipts wait and print by themselves.</source>
        <translation>请装入新纸卷。可以继续收银，小票会排队并自动补上。</translation>
    </message>
    <message>
        <source>Printer cover open</source>
        <translation>打印机开盖</translation>
    </message>
    <message>
        <source>Close the cover. Selling goes on; receipts wait and print by themselves.</source>
        <translation>请合上机盖。可以继续收银，小票会排队并自动补上。</translation>
    </message>
    <message>
        <source>Printer off</source>
        <translation>打印机未连接</translation>
    </message>
    <message>
        <source>Check switch and cable. Selling goes on; receipts wait and print by themselves.</source>
        <translation>请检查开关和连线。可以继续收银，小票会排队并自动补上。</translation>
    </message>
    <message>
        <source>Printer does not answer</source>
        <translation>打印机无响应</translation>
    </message>
    <message>
        <source>Switch it off and on. Selling goes on; receipts wait and print by themselves.</source>
        <translation>请把它关掉再打开。可以继续收银，小票会排队并自动补上。</translation>
    </message>
    <message>
        <source>Printer in use</source>
        <translation>打印机使用中</translation>
    </message>
    <message>
        <source>This printer cannot tell how it is; look at the paper now and then.</source>
        <translation>这台打印机不能报告状态，请不时看一下纸。</translation>
    </message>
    <message>
        <source>No printer</source>
        <translation>未设打印机</translation>
    </message>
    <message>
        <source>Choose one under F10, Settings. Receipts are kept until then.</source>
        <translation>请在 F10 设置中选择。在此之前小票会保留。</translation>
    </message>
    <message>
        <source>{word} · {count} wait</source>
        <translation>{word} · {count} 张待打</translation>
    </message>
    <message>
        <source>{count} to print</source>
        <translation>{count} 张待打印</translation>
    </message>
    <message>
        <source>No printer is set up. Choose one under F10, or drop them.</source>
        <translation>尚未设置打印机。请按 F10 选择打印机，或不再打印这些小票。</translation>
    </message>
    <message>
        <source>These slips were not printed yet. Print them now, or drop them.</source>
        <translation>这些小票还没有打印。可以现在打印，或放弃。</translation>
    </message>
    <message>
        <source>Scanner unplugged</source>
        <translation>扫码枪已拔出</translation>
    </message>
    <message>
        <source>Check the cable of {names}; it is found again by itself.</source>
        <translation>请检查 {names} 的连线，插好后会自动恢复。</translation>
    </message>
    <message>
        <source>No scanner</source>
        <translation>没有扫码枪</translation>
    </message>
    <message>
        <source>Type codes meanwhile; set a scanner up under F10, Settings.</source>
        <translation>可先手工输入条码；在 F10 设置中配置扫码枪。</translation>
    </message>
    <message>
        <source>Scanner ready</source>
        <translation>扫码枪就绪</translation>
    </message>
    <message>
        <source>Scan at any time, on any screen: nothing is lost.</source>
        <translation>任何时候、任何界面都可以扫码，不会丢失。</translation>
    </message>
    <message>
        <source>Reader ready</source>
        <translation>读卡器就绪</translation>
    </message>
    <message>
        <source>Swipe a member&apos;s card at any time.</source>
        <translation>任何时候都可以刷会员卡。</translation>
    </message>
    <message>
        <source>No reader</source>
        <translation>没有读卡器</translation>
    </message>
    <message>
        <source>Find members by phone with F2 meanwhile.</source>
        <translation>可先按 F2 用手机号查找会员。</translation>
    </message>
    <message>
        <source>Pole display gone</source>
        <translation>客显断开</translation>
    </message>
    <message>
        <source>Selling goes on. Check its cable; it comes back by itself. Its port is chosen under F10, Settings.</source>
        <translation>不影响收银。请检查客显的线，接好后自动恢复；端口在 F10“设置”里选择。</translation>
    </message>
    <message>
        <source>Second copy missing</source>
        <translation>副本写不进</translation>
    </message>
    <message>
        <source>Sales are safe in this till, but their second copy cannot be written: {detail}. Check the disk or stick that holds it; the copy is completed by itself.</source>
        <translation>销售已安全保存在本机，但副本写不进：{detail}。请检查存放副本的硬盘或U盘，恢复后会自动补齐。</translation>
    </message>
    <message>
        <source>Check the clock</source>
        <translation>请核对时钟</translation>
    </message>
    <message>
        <source>The clock of this till jumped. Stored value rests until a manager has checked date and time.</source>
        <translation>收银机时钟发生跳变。店长核对日期时间之前，储值暂停使用。</translation>
    </message>
    <message>
        <source>No shift</source>
        <translation>未开班</translation>
    </message>
    <message>
        <source>Count the float and open one with F9; then sales can be paid.</source>
        <translation>请清点备用金并按 F9 开班，之后才能收款。</translation>
    </message>
    <message>
        <source>Shift {number}</source>
        <translation>第 {number} 班</translation>
    </message>
    <message>
        <source>This shift is of {day}. Close it with F9 and open today&apos;s when you can.</source>
        <translation>当前班次是 {day} 的。请在方便时按 F9 交班，再开今天的班。</translation>
    </message>
    <message>
        <source>Open since {time}, float {amount}.</source>
        <translation>{time} 开班，备用金 {amount}。</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>未登录</translation>
    </message>
    <message>
        <source>Sign on to work.</source>
        <translation>请登录后工作。</translation>
    </message>
    <message>
        <source>Lock the till with F11 when you leave it; the basket stays.</source>
        <translation>离开时请按 F11 锁屏，购物篮会保留。</translation>
    </message>
</context>
<context>
    <name>StatusStrip</name>
    <message>
        <source>TRAINING – nothing counts</source>
        <translation>培训模式 · 不计入账目</translation>
    </message>
</context>
<context>
    <name>Store</name>
    <message>
        <source>the system&apos;s keyring</source>
        <translation>系统钥匙串</translation>
    </message>
    <message>
        <source>a key file beside the data</source>
        <translation>数据旁的密钥文件</translation>
    </message>
    <message>
        <source>Windows, for this user</source>
        <translation>Windows 当前用户</translation>
    </message>
    <message>
        <source>a passphrase at each start</source>
        <translation>每次启动输入的口令</translation>
    </message>
</context>
<context>
    <name>StorePage</name>
    <message>
        <source>This till</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>The command membertill backup saves it, membertill verify checks it.</source>
        <translation>用命令 membertill backup 备份，用 membertill verify 校验。</translation>
    </message>
    <message>
        <source>Asking …</source>
        <translation>正在读取…</translation>
    </message>
    <message>
        <source>Till</source>
        <translation>收银机</translation>
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
        <translation>无</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Second journal</source>
        <translation>第二日志</translation>
    </message>
    <message>
        <source>The key is kept by</source>
        <translation>密钥保存在</translation>
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
        <translation>设备</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>Scanners</source>
        <translation>扫码枪</translation>
    </message>
    <message>
        <source>Codes</source>
        <translation>编码规则</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Slips</source>
        <translation>小票</translation>
    </message>
    <message>
        <source>Payments</source>
        <translation>支付</translation>
    </message>
    <message>
        <source>Try a draft</source>
        <translation>方案试算</translation>
    </message>
</context>
<context>
    <name>Sync</name>
    <message>
        <source>Closed by head office</source>
        <translation>总部已停用本机储值</translation>
    </message>
    <message>
        <source>Head office has closed this till for stored value</source>
        <translation>总部已停用本机的储值业务</translation>
    </message>
    <message>
        <source>Head office in this shop</source>
        <translation>本店总部</translation>
    </message>
    <message>
        <source>Head office in this shop is running</source>
        <translation>本店总部运行正常</translation>
    </message>
    <message>
        <source>It is a part of this till, keeps the books a second time and needs no network.</source>
        <translation>它是本机的一部分，另记一份账，不需要网络。</translation>
    </message>
    <message>
        <source>Head office starts …</source>
        <translation>本店总部启动中…</translation>
    </message>
    <message>
        <source>Head office in this shop is starting</source>
        <translation>本店总部正在启动</translation>
    </message>
    <message>
        <source>Head office stopped</source>
        <translation>本店总部未运行</translation>
    </message>
    <message>
        <source>Head office in this shop is not running</source>
        <translation>本店总部没有运行</translation>
    </message>
    <message>
        <source>Selling goes on, stored value included, and nothing is lost. It is started again by itself; if that does not help, close the till and open it again. &apos;membertill doctor&apos; says what is in the way.</source>
        <translation>照常销售，储值也可用，数据不会丢失。它会自动重新启动；若仍不行，请关闭本程序再打开。“membertill doctor” 会说明原因。</translation>
    </message>
    <message>
        <source>Stored value rests</source>
        <translation>储值暂停</translation>
    </message>
    <message>
        <source>This till is older than its own head office</source>
        <translation>本机数据比本店总部旧</translation>
    </message>
    <message>
        <source>It was put back from an old copy, so cards may hold less than it believes. Cash and cards go on. Bring it up to date with &apos;membertill restore&apos;, rename the folder below, and open the till again.</source>
        <translation>本机是用旧副本恢复的，卡内余额可能比本机显示的少。现金和银行卡照常。请用 “membertill restore” 补到最新，给下方的文件夹改名，再打开本程序。</translation>
    </message>
    <message>
        <source>Head office built anew</source>
        <translation>本店总部已重建</translation>
    </message>
    <message>
        <source>Head office in this shop was built anew</source>
        <translation>本店总部已重新建立</translation>
    </message>
    <message>
        <source>Not known to head office</source>
        <translation>总部不认识本机</translation>
    </message>
    <message>
        <source>Head office in this shop knows another till</source>
        <translation>本店总部登记的是另一台收银机</translation>
    </message>
    <message>
        <source>Selling goes on and everything is kept. Close the till, rename the folder below, and open the till again: head office is then built anew from this till&apos;s journal.</source>
        <translation>照常销售，数据都已保存。请关闭本程序，给下方的文件夹改名，再打开：本店总部会根据本机日志重新建立。</translation>
    </message>
    <message>
        <source>Head office does not know this till</source>
        <translation>总部不认识这台收银机</translation>
    </message>
    <message>
        <source>Not our head office</source>
        <translation>对方不是本总部</translation>
    </message>
    <message>
        <source>Something else answers at head office&apos;s address</source>
        <translation>总部地址上应答的不是本总部</translation>
    </message>
    <message>
        <source>Nothing was sent to it. Sales are kept here; call head office.</source>
        <translation>没有向它发送任何数据。销售数据保存在本机，请联系总部。</translation>
    </message>
    <message>
        <source>Update needed</source>
        <translation>需要升级</translation>
    </message>
    <message>
        <source>Head office asks for a newer version of this till</source>
        <translation>总部要求升级本机程序</translation>
    </message>
    <message>
        <source>Sales still reach it; stored value can be spent only from what lies here.</source>
        <translation>销售仍会上传；储值只能使用本机已有的额度。</translation>
    </message>
    <message>
        <source>Not understood</source>
        <translation>总部无法识别</translation>
    </message>
    <message>
        <source>Head office cannot read what this till says</source>
        <translation>总部无法识别本机的数据</translation>
    </message>
    <message>
        <source>Sales are kept here and sent again. Call support: one of the two needs an update.</source>
        <translation>销售数据保存在本机并会重发。请联系技术支持：其中一方需要升级。</translation>
    </message>
    <message>
        <source>Head office recovers</source>
        <translation>总部恢复中</translation>
    </message>
    <message>
        <source>Head office was restored and waits for all tills</source>
        <translation>总部已从备份恢复，正在等待所有收银机</translation>
    </message>
    <message>
        <source>Until then it lends nothing; stored value can be spent from what lies here.</source>
        <translation>在此之前不发放额度；储值可使用本机已有的部分。</translation>
    </message>
    <message>
        <source>Head office restored</source>
        <translation>总部已恢复</translation>
    </message>
    <message>
        <source>Head office was restored from a copy</source>
        <translation>总部已从备份恢复</translation>
    </message>
    <message>
        <source>Too many look-ups</source>
        <translation>查询过于频繁</translation>
    </message>
    <message>
        <source>This till has looked up too many members or receipts elsewhere</source>
        <translation>本机查询外区会员或其他收银机小票过多</translation>
    </message>
    <message>
        <source>Head office answers again in a few minutes, and has been told. Selling goes on.</source>
        <translation>总部几分钟后会再答复，并已收到提示；销售不受影响。</translation>
    </message>
    <message>
        <source>This till has told it everything again. Nothing is to be done here.</source>
        <translation>本机已重新上报全部数据，无需任何操作。</translation>
    </message>
    <message>
        <source>Head office busy</source>
        <translation>总部繁忙</translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation>总部繁忙</translation>
    </message>
    <message>
        <source>It asked this till to come back in a moment; that happens by itself.</source>
        <translation>总部请本机稍后再试，会自动进行。</translation>
    </message>
    <message>
        <source>the till was written off as lost</source>
        <translation>本机已作为遗失注销</translation>
    </message>
    <message>
        <source>there are two copies of this till</source>
        <translation>本机存在两份副本</translation>
    </message>
    <message>
        <source>the till was restored from an old copy</source>
        <translation>本机是从旧备份恢复的</translation>
    </message>
    <message>
        <source>Stand-alone</source>
        <translation>本店单机</translation>
    </message>
    <message>
        <source>This till works for itself</source>
        <translation>本机独立运行</translation>
    </message>
    <message>
        <source>It belongs to no head office. Everything is kept here, in two places, and can be backed up.</source>
        <translation>本机不属于任何总部。所有数据保存在本机的两处，可以备份。</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Looking for head office</source>
        <translation>正在连接总部</translation>
    </message>
    <message>
        <source>Selling need not wait for it.</source>
        <translation>收银无需等待。</translation>
    </message>
    <message>
        <source>Online since {time}</source>
        <translation>{time} 起在线</translation>
    </message>
    <message>
        <source>Head office has everything</source>
        <translation>数据已全部上传总部</translation>
    </message>
    <message>
        <source>On the way to head office</source>
        <translation>正在上传总部</translation>
    </message>
    <message>
        <source>Each sale follows by itself within seconds.</source>
        <translation>每笔销售会在几秒内自动上传。</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起离线</translation>
    </message>
    <message>
        <source>Selling goes on. Stored value can be spent from what lies here; everything is kept and follows by itself.</source>
        <translation>照常收银。储值可使用本机已有的额度；所有数据已保存，联网后自动上传。</translation>
    </message>
    <message>
        <source>Head office cannot be reached</source>
        <translation>连不上总部</translation>
    </message>
    <message>
        <source>{count} to send</source>
        <translation>待上传 {count}</translation>
    </message>
    <message>
        <source>Cash and cards go on, and every sale still reaches head office. Call head office ({reason}); with its code this till is enrolled again.</source>
        <translation>现金和银行卡照常收款，每笔销售仍会上传总部。请联系总部（{reason}），用总部给的登记码重新登记本机。</translation>
    </message>
    <message>
        <source>Sales are kept here. Call head office; with its code this till is enrolled again.</source>
        <translation>销售数据保存在本机。请联系总部，用总部给的登记码重新登记本机。</translation>
    </message>
</context>
<context>
    <name>SyncScreen</name>
    <message>
        <source>Online since {time}</source>
        <translation>{time} 起在线</translation>
    </message>
    <message>
        <source>Offline since {time}</source>
        <translation>{time} 起离线</translation>
    </message>
    <message>
        <source>nothing waits</source>
        <translation>没有待上传</translation>
    </message>
    <message>
        <source>never yet</source>
        <translation>尚未联系</translation>
    </message>
    <message>
        <source>Trying now …</source>
        <translation>正在尝试…</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>Back to the sale</source>
        <translation>返回收银</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即联系</translation>
    </message>
    <message>
        <source>Join a chain</source>
        <translation>加入连锁</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>待上传</translation>
    </message>
    <message>
        <source>Stored value lent to this till</source>
        <translation>本机持有的储值额度</translation>
    </message>
    <message>
        <source>This till</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>Waits since</source>
        <translation>最早一条</translation>
    </message>
    <message>
        <source>Last contact</source>
        <translation>最近联系</translation>
    </message>
    <message>
        <source>Tries again by itself</source>
        <translation>下次自动重试</translation>
    </message>
    <message>
        <source>Points</source>
        <translation>积分</translation>
    </message>
    <message>
        <source>Lots in all</source>
        <translation>额度笔数</translation>
    </message>
    <message>
        <source>Without contact, paused from</source>
        <translation>若无联系，暂停时间</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>Enrol again</source>
        <translation>重新登记</translation>
    </message>
    <message>
        <source>Key (head office lists the same)</source>
        <translation>密钥指纹（与总部列表一致）</translation>
    </message>
</context>
<context>
    <name>Template</name>
    <message>
        <source>Receipt</source>
        <translation>销售小票</translation>
    </message>
    <message>
        <source>Gift receipt</source>
        <translation>礼品小票</translation>
    </message>
    <message>
        <source>Refund slip</source>
        <translation>退货小票</translation>
    </message>
    <message>
        <source>Stored-value slip</source>
        <translation>储值单</translation>
    </message>
    <message>
        <source>Pass or service slip</source>
        <translation>次卡与权益小票</translation>
    </message>
    <message>
        <source>X report</source>
        <translation>X 报表</translation>
    </message>
    <message>
        <source>Z report</source>
        <translation>Z 报表</translation>
    </message>
    <message>
        <source>Shift slip</source>
        <translation>交班单</translation>
    </message>
    <message>
        <source>Test page</source>
        <translation>测试页</translation>
    </message>
    <message>
        <source>Line {line}: this cannot be read: {found}</source>
        <translation>第 {line} 行无法读取：{found}</translation>
    </message>
    <message>
        <source>Line {line}: &apos;{found}&apos; is not known here; known: {allowed}</source>
        <translation>第 {line} 行：这里不认识“{found}”，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: this slip has no &apos;{found}&apos;; it has: {allowed}</source>
        <translation>第 {line} 行：这种小票没有“{found}”，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: no slip says &apos;{found}&apos;; known: {allowed}</source>
        <translation>第 {line} 行：小票上没有“{found}”这个词，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: a list is expected: slip = [ … ], of: {allowed}</source>
        <translation>第 {line} 行：应为列表 slip = [ … ]，可用：{allowed}</translation>
    </message>
    <message>
        <source>Line {line}: after {found} words in quotes are expected</source>
        <translation>第 {line} 行：{found} 后面应为带引号的文字</translation>
    </message>
    <message>
        <source>Line {line}: after {found} true or false is expected</source>
        <translation>第 {line} 行：{found} 后面应为 true 或 false</translation>
    </message>
    <message>
        <source>Line {line}: {found} blank lines; {allowed} are expected</source>
        <translation>第 {line} 行：空行数为 {found}，应为 {allowed}</translation>
    </message>
    <message>
        <source>Line {line}: bars hold plain letters and figures, not &apos;{found}&apos;</source>
        <translation>第 {line} 行：条形码只能用英文字母和数字，不能用“{found}”</translation>
    </message>
    <message>
        <source>The picture is too big: at most 5 MB and 20 million pixels.</source>
        <translation>图片太大：最多 5 MB、2000 万像素。</translation>
    </message>
    <message>
        <source>This file is no picture. PNG, JPEG, BMP and GIF are.</source>
        <translation>这个文件不是图片，请选 PNG、JPEG、BMP 或 GIF。</translation>
    </message>
    <message>
        <source>The picture could not be read or kept.</source>
        <translation>图片无法读取或保存。</translation>
    </message>
</context>
<context>
    <name>TenderScreen</name>
    <message>
        <source>The receipt prints again, marked as a copy.</source>
        <translation>正在补打小票，会标明“补打”。</translation>
    </message>
    <message>
        <source>A receipt without prices prints, for the present.</source>
        <translation>正在打印不含价格的礼品小票。</translation>
    </message>
    <message>
        <source>Payment</source>
        <translation>收款</translation>
    </message>
    <message>
        <source>Back to the basket; nothing is lost</source>
        <translation>返回购物篮，不会丢失</translation>
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
        <translation>再打一张</translation>
    </message>
    <message>
        <source>The slip is printing; its code proves the top-up. The customer should keep it.</source>
        <translation>小票正在打印，票上的二维码是充值凭证，请顾客妥善保管。</translation>
    </message>
    <message>
        <source>Topped up {amount}</source>
        <translation>已充值 {amount}</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>找零</translation>
    </message>
    <message>
        <source>On the card now</source>
        <translation>卡内现有</translation>
    </message>
    <message>
        <source>{amount} bonus</source>
        <translation>赠送 {amount}</translation>
    </message>
    <message>
        <source>{points} points</source>
        <translation>{points} 积分</translation>
    </message>
</context>
<context>
    <name>TopUpScreen</name>
    <message>
        <source>This scan was not taken</source>
        <translation>这次扫描未采用</translation>
    </message>
    <message>
        <source>Finish the top-up first, then scan again.</source>
        <translation>请先完成充值，再重新扫描。</translation>
    </message>
    <message>
        <source>Topped up {amount}</source>
        <translation>已充值 {amount}</translation>
    </message>
    <message>
        <source>Change {amount}</source>
        <translation>找零 {amount}</translation>
    </message>
    <message>
        <source>Money was taken for this top-up</source>
        <translation>此次充值已收款</translation>
    </message>
    <message>
        <source>Finish it, or hand the money back with Del first.</source>
        <translation>请完成充值，或先按 Del 退还款项。</translation>
    </message>
    <message>
        <source>Top-up</source>
        <translation>充值</translation>
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
        <translation>已优惠 {amount}</translation>
    </message>
    <message>
        <source>Working out the offers…</source>
        <translation>正在计算优惠……</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
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
        <translation>不销售打开钱箱</translation>
    </message>
</context>
<context>
    <name>Unfinished</name>
    <message>
        <source>Check it with the customer, then go on. Esc sets it aside or clears it.</source>
        <translation>请与顾客核对后继续；按 Esc 可挂单或清空。</translation>
    </message>
    <message>
        <source>Payments taken for it are kept as well: go on with F12.</source>
        <translation>已收的款项也已保留，按 F12 继续收款。</translation>
    </message>
    <message>
        <source>The unfinished basket of last time is back</source>
        <translation>上次未完成的购物篮已恢复</translation>
    </message>
</context>
<context>
    <name>ValueTasks</name>
    <message>
        <source>What is left of the principal goes back; by law within 7 days of asking, and here at once.</source>
        <translation>退还本金余额；法规要求申请后 7 日内办理，这里当场退。</translation>
    </message>
    <message>
        <source>{amount} more lies at head office or other tills.</source>
        <translation>另有 {amount} 在总部或其他收银机。</translation>
    </message>
    <message>
        <source>Pay the balance out</source>
        <translation>余额退款</translation>
    </message>
    <message>
        <source>Pay {amount} out; {bonus} of bonus is taken back</source>
        <translation>退 {amount}，扣回赠送金 {bonus}</translation>
    </message>
    <message>
        <source>As if it had never been: everything it brought goes back. Nothing of it may have been spent.</source>
        <translation>等于没有充过：带来的全部扣回；其中不能有已使用的。</translation>
    </message>
    <message>
        <source>Which top-up?</source>
        <translation>哪一笔充值？</translation>
    </message>
    <message>
        <source>Undo the top-up of {amount}</source>
        <translation>撤销 {amount} 的充值</translation>
    </message>
    <message>
        <source>Principal and bonus move alike, and keep their dates.</source>
        <translation>本金与赠送金按比例转移，有效期不变。</translation>
    </message>
    <message>
        <source>Move value to another card</source>
        <translation>转到另一张卡</translation>
    </message>
    <message>
        <source>To which card? {amount}</source>
        <translation>转到哪张卡？{amount}</translation>
    </message>
    <message>
        <source>Swipe, scan or type the card that is to hold it.</source>
        <translation>请刷、扫或输入转入的卡。</translation>
    </message>
    <message>
        <source>That is no card</source>
        <translation>这不是卡</translation>
    </message>
    <message>
        <source>a card without a name</source>
        <translation>不记名卡</translation>
    </message>
    <message>
        <source>Move {amount} to {name}</source>
        <translation>转 {amount} 到{name}</translation>
    </message>
    <message>
        <source>It cannot be taken back by itself.</source>
        <translation>转出后不能自动撤回。</translation>
    </message>
    <message>
        <source>Move it</source>
        <translation>确认转移</translation>
    </message>
    <message>
        <source>Give the customer {amount}: {name}</source>
        <translation>请付给顾客 {amount}：{name}</translation>
    </message>
    <message>
        <source>The slip is printing; have the customer sign it.</source>
        <translation>小票正在打印，请顾客签名。</translation>
    </message>
    <message>
        <source>{amount} was moved</source>
        <translation>已转移 {amount}</translation>
    </message>
</context>
<context>
    <name>WalletDesk</name>
    <message>
        <source>Card and stored value</source>
        <translation>卡与储值</translation>
    </message>
    <message>
        <source>Pay the balance out</source>
        <translation>余额退款</translation>
    </message>
    <message>
        <source>Undo a top-up</source>
        <translation>撤销充值</translation>
    </message>
    <message>
        <source>Pay a pass or membership back</source>
        <translation>退次卡或付费会员</translation>
    </message>
    <message>
        <source>Undo a service</source>
        <translation>撤销一项权益</translation>
    </message>
    <message>
        <source>Move value to another card</source>
        <translation>转到另一张卡</translation>
    </message>
    <message>
        <source>Complaints</source>
        <translation>投诉</translation>
    </message>
    <message>
        <source>Issue a card</source>
        <translation>发卡</translation>
    </message>
    <message>
        <source>Choose a PIN</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Replace a card</source>
        <translation>换卡</translation>
    </message>
    <message>
        <source>Report a card lost</source>
        <translation>挂失</translation>
    </message>
    <message>
        <source>Freeze a card</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Let a card be used again</source>
        <translation>恢复使用</translation>
    </message>
</context>
<context>
    <name>WalletPinDialog</name>
    <message>
        <source>The customer chooses a PIN</source>
        <translation>请顾客设置密码</translation>
    </message>
    <message>
        <source>The customer&apos;s PIN</source>
        <translation>请顾客输入密码</translation>
    </message>
    <message>
        <source>New PIN, four digits or more</source>
        <translation>新密码，四位以上数字</translation>
    </message>
    <message>
        <source>The new PIN again</source>
        <translation>再输一次</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>确定</translation>
    </message>
</context>
<context>
    <name>WalletTiles</name>
    <message>
        <source>The wallet is empty.</source>
        <translation>钱包是空的。</translation>
    </message>
    <message>
        <source>Usable here</source>
        <translation>本机可用</translation>
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
        <translation>键盘式扫码枪</translation>
    </message>
    <message>
        <source>What comes faster than a person types is a scan. Change this only if scans land in text fields.</source>
        <translation>比人打字更快的输入就是扫码。只有扫码内容进入输入框时才需要修改。</translation>
    </message>
    <message>
        <source>Longest gap in a scan</source>
        <translation>扫码内最长间隔</translation>
    </message>
    <message>
        <source>Shortest scan</source>
        <translation>最短扫码</translation>
    </message>
    <message>
        <source>Sent before each code</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Sent after each code</source>
        <translation>后缀</translation>
    </message>
    <message>
        <source>It sends</source>
        <translation>发送内容</translation>
    </message>
    <message>
        <source>Its keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>as on this keyboard</source>
        <translation>与本机键盘相同</translation>
    </message>
    <message>
        <source>always US</source>
        <translation>始终按美式键盘</translation>
    </message>
    <message>
        <source>A chip reader that types needs a prefix: its bare number could be goods. Set one on the reader, e.g. ~U, and write it here; the same for slow Bluetooth scanners.</source>
        <translation>键盘式芯片读卡器必须有前缀：没有前缀的号码可能被当成商品。请在读卡器上设置前缀（如 ~U），并填在这里；较慢的蓝牙扫码枪也一样。</translation>
    </message>
    <message>
        <source>Add a keyboard scanner</source>
        <translation>添加键盘式设备</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>{ms} ms</source>
        <translation>{ms} 毫秒</translation>
    </message>
    <message>
        <source>{count} characters</source>
        <translation>{count} 个字符</translation>
    </message>
</context>
<context>
    <name>WedgeRow</name>
    <message>
        <source>Sent before each code</source>
        <translation>前缀</translation>
    </message>
    <message>
        <source>Sent after each code</source>
        <translation>后缀</translation>
    </message>
    <message>
        <source>It sends</source>
        <translation>发送内容</translation>
    </message>
</context>
<context>
    <name>Wizard</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>欢迎</translation>
    </message>
    <message>
        <source>A few questions, then this till can sell. Nothing is kept before the last one.</source>
        <translation>回答几个问题，本机就能开始销售。最后一步之前不会保存任何内容。</translation>
    </message>
    <message>
        <source>One shop or a chain</source>
        <translation>单店或连锁</translation>
    </message>
    <message>
        <source>Does this till belong to a chain?</source>
        <translation>这台收银机属于连锁店吗？</translation>
    </message>
    <message>
        <source>A shop of its own can join a chain later, with its members and all it has sold.</source>
        <translation>单店以后也可以带着会员和全部销售加入连锁。</translation>
    </message>
    <message>
        <source>Head office</source>
        <translation>总部</translation>
    </message>
    <message>
        <source>The code of head office</source>
        <translation>总部的登记码</translation>
    </message>
    <message>
        <source>Head office makes it with &apos;membertill-office enrol-code&apos;: for one till, good for 15 minutes.</source>
        <translation>由总部用 “membertill-office enrol-code” 生成：只限一台收银机，15 分钟内有效。</translation>
    </message>
    <message>
        <source>Shop</source>
        <translation>门店</translation>
    </message>
    <message>
        <source>What stands on every receipt</source>
        <translation>印在每张小票上的内容</translation>
    </message>
    <message>
        <source>All of it can be changed later under settings.</source>
        <translation>以后都可以在设置里修改。</translation>
    </message>
    <message>
        <source>Programme</source>
        <translation>会员方案</translation>
    </message>
    <message>
        <source>What your members are granted</source>
        <translation>给会员的权益</translation>
    </message>
    <message>
        <source>Tiers, points, promotions and ways to pay come from a programme. Choose one.</source>
        <translation>等级、积分、促销和支付方式都来自会员方案。请选择一个。</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>打印机</translation>
    </message>
    <message>
        <source>The receipt printer</source>
        <translation>小票打印机</translation>
    </message>
    <message>
        <source>It may wait: settings have the same page. Keyboard scanners need nothing.</source>
        <translation>可以以后再设：设置里有同样的页面。键盘式扫码枪无需设置。</translation>
    </message>
    <message>
        <source>First person</source>
        <translation>第一位人员</translation>
    </message>
    <message>
        <source>Who is the manager?</source>
        <translation>店长是谁？</translation>
    </message>
    <message>
        <source>The first person to sign on, who may do everything. Keep the PIN to yourself.</source>
        <translation>第一位登录的人，拥有全部权限。请保管好密码。</translation>
    </message>
    <message>
        <source>This is no whole code</source>
        <translation>登记码不完整</translation>
    </message>
    <message>
        <source>Take the whole line: it begins with https:// and ends in the certificate&apos;s fingerprint.</source>
        <translation>请输入整行：以 https:// 开头，以证书指纹结尾。</translation>
    </message>
    <message>
        <source>Please compare the fingerprint</source>
        <translation>请核对指纹</translation>
    </message>
    <message>
        <source>If head office shows the same one, say so with F2.</source>
        <translation>若总部显示的相同，请按 F2 确认。</translation>
    </message>
    <message>
        <source>The shop needs a name</source>
        <translation>请填写店名</translation>
    </message>
    <message>
        <source>It stands at the top of every receipt.</source>
        <translation>它印在每张小票的顶部。</translation>
    </message>
    <message>
        <source>The manager needs a name</source>
        <translation>请填写店长姓名</translation>
    </message>
    <message>
        <source>It stands on the sign-on and on receipts.</source>
        <translation>它会显示在登录界面和小票上。</translation>
    </message>
    <message>
        <source>The PIN is too short</source>
        <translation>密码太短</translation>
    </message>
    <message>
        <source>Take four digits or more.</source>
        <translation>请用四位或更多数字。</translation>
    </message>
    <message>
        <source>The PIN was not typed twice alike</source>
        <translation>两次输入的密码不一致</translation>
    </message>
    <message>
        <source>Type it again, both times.</source>
        <translation>请重新输入两次。</translation>
    </message>
    <message>
        <source>Head office does not know this code</source>
        <translation>总部不认识这个登记码</translation>
    </message>
    <message>
        <source>Type it again, letter by letter. After five wrong tries it needs a new one.</source>
        <translation>请逐字重新输入。错五次后需要新的登记码。</translation>
    </message>
    <message>
        <source>This code has run out</source>
        <translation>登记码已过期</translation>
    </message>
    <message>
        <source>A code is good for 15 minutes. Ask head office for a new one.</source>
        <translation>登记码 15 分钟内有效。请向总部要新的。</translation>
    </message>
    <message>
        <source>This code was tried wrongly five times</source>
        <translation>登记码已输错五次</translation>
    </message>
    <message>
        <source>It is good for nothing any more. Ask head office for a new one.</source>
        <translation>它已作废。请向总部要新的。</translation>
    </message>
    <message>
        <source>This code was used already</source>
        <translation>登记码已用过</translation>
    </message>
    <message>
        <source>Each till needs a code of its own. Ask head office for another one.</source>
        <translation>每台收银机要用自己的登记码。请向总部再要一个。</translation>
    </message>
    <message>
        <source>Head office refuses this till</source>
        <translation>总部拒绝了这台收银机</translation>
    </message>
    <message>
        <source>Call head office: {detail}.</source>
        <translation>请联系总部：{detail}。</translation>
    </message>
    <message>
        <source>Head office cannot be reached</source>
        <translation>无法连接总部</translation>
    </message>
    <message>
        <source>Is the network on, and does head office run? Try again; the code is still good.</source>
        <translation>网络通吗，总部在运行吗？请再试一次，登记码仍然有效。</translation>
    </message>
    <message>
        <source>Something else answers at this address</source>
        <translation>这个地址上回应的不是总部</translation>
    </message>
    <message>
        <source>Its certificate is not the code&apos;s, so nothing was sent. Check the address.</source>
        <translation>证书与登记码不符，没有发送任何内容。请检查地址。</translation>
    </message>
    <message>
        <source>Head office is busy</source>
        <translation>总部繁忙</translation>
    </message>
    <message>
        <source>Wait a moment and try again.</source>
        <translation>请稍候再试。</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Free some space and try again; nothing half made was left.</source>
        <translation>请腾出空间再试；没有留下半成品。</translation>
    </message>
    <message>
        <source>The till could not be set up</source>
        <translation>收银机未能设置成功</translation>
    </message>
    <message>
        <source>Nothing half made was left. Try again; if it stays so, call support: {detail}.</source>
        <translation>没有留下半成品。请再试；若仍不行，请联系技术支持：{detail}。</translation>
    </message>
</context>
<context>
    <name>WizardWindow</name>
    <message>
        <source>The till is being set up …</source>
        <translation>正在设置收银机…</translation>
    </message>
    <message>
        <source>This takes a few seconds. Esc gives it up.</source>
        <translation>需要几秒钟。按 Esc 放弃。</translation>
    </message>
    <message>
        <source>Set up this till</source>
        <translation>设置收银机</translation>
    </message>
    <message>
        <source>Set up the till</source>
        <translation>完成设置</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Give up</source>
        <translation>放弃</translation>
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
        <translation>保存</translation>
    </message>
    <message>
        <source>Nothing was written</source>
        <translation>还没有填写</translation>
    </message>
    <message>
        <source>A few words are enough.</source>
        <translation>简单写几个字即可。</translation>
    </message>
</context>
</TS>
