"""Persons: a register of names, towns and numbers that belong to nobody."""

import duckdb

from jiping.synthetic.county import FIRST_PERSON, County, Planted

AFTER = ()
PLANTED = (
    Planted(
        "姓名有生僻字",
        "字在 GB 18030 扩展区，按两个字节一个字处理会截断或丢失。",
        "SELECT person FROM persons WHERE regexp_matches(name, '[𬭼䶮㛃𠅤]')",
    ),
    Planted(
        "没有通讯地址",
        "无法邮寄，不能算作已送达，也不能从应送人数中去掉。",
        "SELECT person FROM persons WHERE address IS NULL AND delivery = 'paper'",
    ),
    Planted(
        "同意电子送达",
        "不再邮寄；仍按应打印人数计算会虚增。",
        "SELECT person FROM persons WHERE delivery = 'electronic'",
    ),
    Planted("当年死亡", "死亡以后的月份不应再有缴费或待遇。", "SELECT person FROM persons WHERE died_on IS NOT NULL"),
    Planted(
        "尾号为 X",
        "校验码 X 不是数字，按数字存会丢失整个号码。",
        "SELECT person FROM persons WHERE id_number LIKE '%X'",
    ),
)
_SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
_GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰建国文红梅志海燕春晓宇佳欣子涵浩然梓轩雨桐思远嘉怡"
_RARE = "𬭼䶮㛃𠅤"
_TOWNS = "一二三四五六七八九十"


def people(con: duckdb.DuckDBPyConnection, county: County) -> None:
    """Create `persons`, and the temporary `population`: each person's part in the county, for the other groups.

    Its columns: person, n (from 0), male, birth_date, part (employee, flexible, resident, candidate), joined_on.
    """
    con.execute(_population(county))
    con.execute(_persons(county))


def _population(county: County) -> str:
    """Days of birth walk through a window by a stride prime to its length: no two persons of one turn share a day."""
    born = county.year - 66
    return f"""
    CREATE TEMP TABLE population AS
    WITH numbered AS (
        SELECT n, {FIRST_PERSON} + n AS person, {FIRST_PERSON} + n >= {county.first_candidate} AS candidate
        FROM range({county.persons}) AS numbers(n)
    ), sexed AS (
        SELECT *, candidate AND n % 20 = 0 AS elder, if(candidate AND n % 20 = 0, n % 40 = 0, n % 2 = 0) AS male
        FROM numbered
    ), windowed AS (
        SELECT *, if(elder, n // 40, n // 2) AS k,
            CASE WHEN elder AND male THEN DATE '{born}-01-01' WHEN elder THEN DATE '{born + 6}-01-01'
                 WHEN male THEN DATE '{born + 7}-01-01' ELSE DATE '{born + 17}-01-01' END AS first_day,
            CASE WHEN elder AND male THEN 2557 WHEN elder THEN 4018 WHEN male THEN 14975 ELSE 11323 END AS days
        FROM sexed
    ), born AS (
        SELECT *, first_day + (k * 6967 % days)::INTEGER AS birth_date, k // days AS turn FROM windowed
    ), placed AS (
        SELECT *, CASE WHEN candidate THEN 'candidate' WHEN draw(person, 'part') < 700000 THEN 'employee'
                       WHEN draw(person, 'part') < 960000 THEN 'flexible' ELSE 'resident' END AS part,
            if(draw(person, 'joined') < 950000,
               DATE '{county.year - 1}-12-31' - (draw(person, 'joined long ago') % 9000)::INTEGER,
               DATE '{county.year}-12-28' - (draw(person, 'joined this year') % 360)::INTEGER) AS wished
        FROM born
    )
    SELECT n, person, male, birth_date, turn, part,
        if(candidate, DATE '2019-12-31' - (draw(person, 'resident since') % 3300)::INTEGER,
           least(DATE '{county.year}-12-28', greatest(wished, (birth_date + INTERVAL 18 YEAR)::DATE))) AS joined_on
    FROM placed
    """


def _persons(county: County) -> str:
    return f"""
    CREATE TABLE persons AS
    WITH settled AS (
        SELECT *, least(draw(person, 'town'), draw(person, 'town again')) * 14 // 1000000 AS town_number
        FROM population
    )
    SELECT person,
        citizen_number(birth_date, male, turn) AS id_number,
        {_picked(_SURNAMES, "'surname'")} || CASE
            WHEN n % 2500 = 7 THEN substr('{_RARE}', (n // 2500 % {len(_RARE)} + 1)::INTEGER, 1)
            WHEN draw(person, 'one character') < 150000 THEN {_picked(_GIVEN, "'given'")}
            ELSE {_picked(_GIVEN, "'given'")} || {_picked(_GIVEN, "'given again'")} END AS name,
        if(male, 'male', 'female') AS sex,
        birth_date,
        if(town_number < 10, '示例镇' || substr('{_TOWNS}', town_number + 1, 1),
           '示例街道' || substr('{_TOWNS}', town_number - 9, 1)) AS town,
        draw(person, 'household') < 930000 AS local_household,
        if(n % 2500 = 29, NULL, (999900 + town_number)::VARCHAR) AS postcode,
        if(n % 2500 = 29, NULL, town || '虚构村' || (draw(person, 'lane') % 40 + 1) || '组'
           || (draw(person, 'house') % 200 + 1) || '号') AS address,
        joined_on AS registered_on,
        if(part <> 'candidate' AND joined_on < DATE '{county.year}-01-01'
           AND (n % 2500 = 11 OR draw(person, 'death') < 1000),
           DATE '{county.year}-02-01' + (draw(person, 'day of death') % 300)::INTEGER, NULL) AS died_on,
        if(n % 2500 <> 29 AND (n % 2500 = 23 OR draw(person, 'delivery') < 15000), 'electronic', 'paper') AS delivery
    FROM settled
    """


def _picked(characters: str, salt: str) -> str:
    return f"substr('{characters}', draw(person, {salt}) % {len(characters)} + 1, 1)"
