#pragma once
// For tests: a small policy package whose streams, questions and points have other names and
// numbers than any shipped one. What works on it works by reading the package, and not by knowing
// it. Gardens are paid by the council from points; boats are for their owner to decide.

#include <string>

#include "policy/package.h"

namespace assessment {

// Gives the files of the package; `more_streams` are rows added to streams.csv.
inline policy::Files other_package_files(const std::string& more_streams = "") {
    policy::Files files;
    files["README.md"] = "# Gardens and boats\n\nMade up for tests. No legal basis.\n";
    files["streams.csv"] =
        "id,name,owner,decider,who_decides,legal_base,eligibility,amount,purposes,kind,cash_"
        "allowed,means_test,minimum_from,minimum_weekly,unspent_to,restriction,recurrence,from,"
        "until,not_modelled,source\n"
        "garden_money,Garden money,The town,The town,council,None,garden_right,garden_weekly,"
        "gardening,revenue,yes,none,,,owner,2,weekly,2006-01-01,,,made up\n"
        "boat_money,Boat money,The harbour,The harbour master,owner,None,boat_right,,"
        "boats,capital,no,none,,,owner,1,one_off,2006-01-01,,,made up\n" +
        more_streams;
    files["parameters.csv"] =
        "id,label,unit,value,valid_from,valid_to,source,mark,note\n"
        "price_of_a_point,Money for each point,GBP/week,3.00,2006-01-01,2007-01-01,made up,"
        "illustrative,\n"
        "price_of_a_point,Money for each point,GBP/week,3.50,2007-01-01,,made up,illustrative,\n";
    files["questionnaire.csv"] =
        "question,domain,kind,text,help,easy_text,picture,required,answer,answer_text,easy_answer,"
        "lowest\n"
        "weeds,Gardens,choice,Weeds,How many weeds?,Weeds?,help,yes,few,Few weeds,Few.,yes\n"
        "weeds,Gardens,choice,,,,help,yes,many,Many weeds,Many.,\n"
        "lawn,Gardens,choice,The lawn,How long is it?,Lawn?,help,yes,short,Short,Short.,yes\n"
        "lawn,Gardens,choice,,,,help,yes,long,Long,Long.,\n"
        "has_boat,Boats,yes_no,Do you have a boat?,Count any boat.,A boat?,help,yes,,,,\n"
        "boat_cost,Boats,money,What does it cost?,Leave empty if none.,Cost?,money,no,,,,\n";
    files["gardens.dmn"] = R"dmn(<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="Gardens" namespace="urn:onepurse:test:gardens">
  <itemDefinition name="t_rates"><itemComponent name="price_of_a_point"><typeRef>number</typeRef></itemComponent></itemDefinition>
  <itemDefinition name="t_weeds"><typeRef>string</typeRef><allowedValues><text>"few", "many"</text></allowedValues></itemDefinition>
  <itemDefinition name="t_lawn"><typeRef>string</typeRef><allowedValues><text>"short", "long"</text></allowedValues></itemDefinition>
  <itemDefinition name="t_right">
    <itemComponent name="eligible"><typeRef>boolean</typeRef></itemComponent>
    <itemComponent name="reason"><typeRef>string</typeRef></itemComponent>
  </itemDefinition>
  <inputData id="Rates" name="Rates"><variable name="Rates" typeRef="t_rates"/></inputData>
  <inputData id="weeds" name="weeds"><variable name="weeds" typeRef="t_weeds"/></inputData>
  <inputData id="lawn" name="lawn"><variable name="lawn" typeRef="t_lawn"/></inputData>
  <inputData id="has_boat" name="has_boat"><variable name="has_boat" typeRef="boolean"/></inputData>
  <inputData id="boat_cost" name="boat_cost"><variable name="boat_cost" typeRef="number"/></inputData>
  <decision id="points" name="points">
    <description>Your garden has {points} points.</description>
    <variable name="points" typeRef="number"/>
    <informationRequirement id="r1"><requiredInput href="#weeds"/></informationRequirement>
    <informationRequirement id="r2"><requiredInput href="#lawn"/></informationRequirement>
    <decisionTable id="points_table" hitPolicy="COLLECT" aggregation="SUM" outputLabel="points">
      <input id="i1"><inputExpression typeRef="t_weeds"><text>weeds</text></inputExpression></input>
      <input id="i2"><inputExpression typeRef="t_lawn"><text>lawn</text></inputExpression></input>
      <output id="o1" typeRef="number"/>
      <annotation name="reason"/>
      <rule id="w1"><inputEntry><text>"few"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>0</text></outputEntry><annotationEntry><text>Few weeds.</text></annotationEntry></rule>
      <rule id="w2"><inputEntry><text>"many"</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>4</text></outputEntry><annotationEntry><text>Many weeds.</text></annotationEntry></rule>
      <rule id="l1"><inputEntry><text>-</text></inputEntry><inputEntry><text>"short"</text></inputEntry><outputEntry><text>0</text></outputEntry><annotationEntry><text>A short lawn.</text></annotationEntry></rule>
      <rule id="l2"><inputEntry><text>-</text></inputEntry><inputEntry><text>"long"</text></inputEntry><outputEntry><text>7</text></outputEntry><annotationEntry><text>A long lawn.</text></annotationEntry></rule>
    </decisionTable>
  </decision>
  <decision id="garden_right" name="garden_right">
    <description>Can you get garden money?</description>
    <variable name="garden_right" typeRef="t_right"/>
    <informationRequirement id="r3"><requiredDecision href="#points"/></informationRequirement>
    <decisionTable id="garden_right_table" hitPolicy="FIRST" outputLabel="garden_right">
      <input id="i3"><inputExpression typeRef="number"><text>points</text></inputExpression></input>
      <output id="o2" name="eligible" typeRef="boolean"/>
      <output id="o3" name="reason" typeRef="string"/>
      <annotation name="reason"/>
      <rule id="g1"><inputEntry><text>&gt; 0</text></inputEntry><outputEntry><text>true</text></outputEntry><outputEntry><text>"Your garden needs work."</text></outputEntry><annotationEntry><text>There are points.</text></annotationEntry></rule>
      <rule id="g2"><inputEntry><text>-</text></inputEntry><outputEntry><text>false</text></outputEntry><outputEntry><text>"Your garden is tidy."</text></outputEntry><annotationEntry><text>There are no points.</text></annotationEntry></rule>
    </decisionTable>
  </decision>
  <decision id="garden_weekly" name="garden_weekly">
    <description>£{garden_weekly} a week for the garden.</description>
    <variable name="garden_weekly" typeRef="number"/>
    <informationRequirement id="r4"><requiredDecision href="#points"/></informationRequirement>
    <informationRequirement id="r5"><requiredInput href="#Rates"/></informationRequirement>
    <literalExpression typeRef="number"><text>round half up(points * Rates.price_of_a_point, 2)</text></literalExpression>
  </decision>
  <decision id="boat_right" name="boat_right">
    <description>Can you get boat money?</description>
    <variable name="boat_right" typeRef="t_right"/>
    <informationRequirement id="r6"><requiredInput href="#has_boat"/></informationRequirement>
    <informationRequirement id="r7"><requiredInput href="#boat_cost"/></informationRequirement>
    <informationRequirement id="r8"><requiredDecision href="#garden_weekly"/></informationRequirement>
    <decisionTable id="boat_right_table" hitPolicy="FIRST" outputLabel="boat_right">
      <input id="i4"><inputExpression typeRef="boolean"><text>has_boat</text></inputExpression></input>
      <input id="i5"><inputExpression typeRef="boolean"><text>boat_cost != null and boat_cost &gt; garden_weekly</text></inputExpression></input>
      <output id="o4" name="eligible" typeRef="boolean"/>
      <output id="o5" name="reason" typeRef="string"/>
      <annotation name="reason"/>
      <rule id="b1"><inputEntry><text>true</text></inputEntry><inputEntry><text>true</text></inputEntry><outputEntry><text>true</text></outputEntry><outputEntry><text>"You have a boat."</text></outputEntry><annotationEntry><text>A boat that costs more than the garden.</text></annotationEntry></rule>
      <rule id="b2"><inputEntry><text>-</text></inputEntry><inputEntry><text>-</text></inputEntry><outputEntry><text>false</text></outputEntry><outputEntry><text>"You have no such boat."</text></outputEntry><annotationEntry><text>No boat.</text></annotationEntry></rule>
    </decisionTable>
  </decision>
</definitions>
)dmn";
    files["cases.csv"] =
        "case,on,what,name,value,note\n"
        "weedy,2006-06-01,answer,weeds,many,\n"
        "weedy,2006-06-01,answer,lawn,long,\n"
        "weedy,2006-06-01,answer,has_boat,no,\n"
        "weedy,2006-06-01,expect,points,11,\n"
        "weedy,2006-06-01,expect,garden_weekly,33.00,\n";
    return files;
}

}  // namespace assessment
