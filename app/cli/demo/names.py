"""Chinese names as they are spread among people: surnames by frequency, given names by sex."""

from itertools import accumulate
from random import Random

# The commonest surnames with their share in thousandths of the population, rounded.
_COMMON = (
    "王71 李70 张67 刘53 陈45 杨30 黄22 赵20 吴20 周19 徐14 孙14 马13 朱12 胡11 郭11 何11 林11 高10 罗9 "
    "郑9 梁8 谢8 宋7 唐7 许6 韩6 邓6 冯6 曹6 彭6 曾6 肖6 田5 董5 潘5 袁5 蔡4 蒋4 余4 于4 杜4 叶4 程4 魏4 "
    "苏4 吕4 丁4 任4 卢4 姚4 沈4 钟3 姜3 崔3 谭3 陆3 范3 汪3 廖3 石3 金3 韦3 贾3 夏3 付3 方3 邹3 熊3 白3 "
    "孟3 秦3 邱3 侯3 江3 尹2 薛2 闫2 雷2 龙2 史2 陶2 贺2 顾2 毛2 郝2 龚2 邵2 万2 钱2 严2 覃2 武2 戴2 莫2 孔2 向2 汤2"
)
# Surnames that are read otherwise than the same character elsewhere, and double ones: rare, yet every shop has some.
_TRICKY = "单 仇 解 查 区 盖 朴 华 纪 翟 缪 乐 尉迟 欧阳 上官 司马 诸葛 长孙"

_MEN_FIRST = "志建文国海俊子浩明晓宇家永伟振德世嘉少立天博春金玉向思新学一正泽景云光梓"
_MEN_LAST = "强伟军杰涛明超勇刚平辉鹏华飞斌波宇轩峰龙林文亮东磊凯浩然博健洋晨成彬豪毅阳"
_WOMEN_FIRST = "小雅玉丽晓美雪春秀海思佳慧梦文红婉淑诗静艳月欣若子雨可素一紫嘉金云"
_WOMEN_LAST = "芳娟敏静丽婷燕玲娜萍红霞琳洁颖慧梅莉兰英雯倩怡琪妍萱涵瑶欣蓉云珍月薇"
_MEN_SINGLE = "伟强磊军勇杰涛超明刚辉鹏飞波斌峰凯浩亮健洋宇帅旭阳鑫"
_WOMEN_SINGLE = "芳娜敏静丽艳娟霞婷燕玲丹萍红洁琳颖莉雪倩慧悦瑶怡蕾欣"

_SURNAMES: tuple[str, ...] = (*(entry[0] for entry in _COMMON.split()), *_TRICKY.split())
_CUMULATIVE: tuple[float, ...] = tuple(
    accumulate((*(float(entry[1:]) for entry in _COMMON.split()), *(0.8 for _ in _TRICKY.split())))
)
_SINGLE_SHARE = 0.16
_DOUBLED_SHARE = 0.05
_WOMEN_SHARE = 0.68


def surnames(chance: Random, count: int) -> list[str]:
    """`count` surnames as they are spread in the population."""
    return chance.choices(_SURNAMES, cum_weights=_CUMULATIVE, k=count)


def given_name(chance: Random) -> str:
    """A given name; two thirds of a shop's members are women."""
    roll = chance.random()
    is_woman = roll < _WOMEN_SHARE
    first, last, single = (
        (_WOMEN_FIRST, _WOMEN_LAST, _WOMEN_SINGLE) if is_woman else (_MEN_FIRST, _MEN_LAST, _MEN_SINGLE)
    )
    shape = chance.random()
    if shape < _SINGLE_SHARE:
        return single[int(chance.random() * len(single))]
    if is_woman and shape < _SINGLE_SHARE + _DOUBLED_SHARE:
        return 2 * single[int(chance.random() * len(single))]
    # Two draws over the product of both lists in one.
    pick = int(chance.random() * len(first) * len(last))
    return first[pick // len(last)] + last[pick % len(last)]
