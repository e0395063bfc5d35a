import { Component, cloneElement, createContext, Fragment, h, isValidElement, toChildArray, type VNode } from "preact";
import { useCallback, useContext, useEffect, useLayoutEffect, useMemo, useReducer, useRef, useState } from "preact/hooks";

/**
 * The `React` global by Preact. `preact/compat` would do, but importing it changes Preact for the whole process, and
 * our own DOM target runs in it.
 */
export const react = {
  Component,
  PureComponent: Component,
  Fragment,
  StrictMode: Fragment,
  Suspense: Fragment,
  forwardRef:
    (render: (props: object, ref: unknown) => VNode) =>
    ({ ref = null, ...props }: { readonly ref?: unknown }) =>
      render(props, ref),
  createElement: h,
  cloneElement,
  createContext,
  isValidElement,
  memo: <T>(component: T): T => component,
  startTransition: (change: () => void) => change(),
  useDeferredValue: <T>(value: T): T => value,
  useTransition: () => [false, (change: () => void) => change()],
  useCallback,
  useContext,
  useEffect,
  useLayoutEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
  Children: {
    map: (children: never, each: (child: unknown, index: number) => VNode) => flatten(children).map(each),
    forEach: (children: never, each: (child: unknown, index: number) => void) => flatten(children).forEach(each),
    toArray: (children: never) => toChildArray(children),
    count: (children: never) => flatten(children).length,
  },
};

/** React counts and maps `null` among the children; Preact's `toChildArray` drops it. */
function flatten(children: unknown): unknown[] {
  if (children === undefined || children === null) return [];
  return Array.isArray(children) ? children.flatMap((child) => (Array.isArray(child) ? flatten(child) : [child])) : [children];
}
